namespace Beleg.Tests.Support;

/// <summary>Real data and reference results that lie beside the repository and are not part of it.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a shared file; the test is counted as skipped where it is not here.</summary>
    public static string Find(string relative)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Beleg.slnx")))
            root = root.Parent;
        var path = Path.Combine(root?.Parent?.FullName ?? "/", "shared", relative);
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Skip($"The shared file {relative} is not here.");
        return path;
    }
}
