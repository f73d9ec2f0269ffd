namespace Beleg.Reports.Printing;

/// <summary>Finds the browser that prints: Chromium, or one that is built from it.</summary>
public static class Chromium
{
    /// <summary>Names the program where it lies elsewhere.</summary>
    public const string Variable = "BELEG_CHROMIUM";

    /// <summary>What to tell somebody who has none.</summary>
    public const string Missing = "There is no Chromium here to print with: install it (Debian: apt-get install chromium), or name the program in " + Variable + ".";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The program's path; null where there is none.</summary>
    /// <param name="environment">Reads a variable; null where it is not set.</param>
    public static string? Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        var onPath = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.SelectMany(name => OperatingSystem.IsWindows() ? new[] { name + ".exe" } : [name]).Select(name => Path.Combine(folder, name)));
        return onPath.Concat(Places).FirstOrDefault(File.Exists);
    }
}
