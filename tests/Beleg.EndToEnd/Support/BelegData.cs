using System.Diagnostics;

namespace Beleg.EndToEnd.Support;

/// <summary>A data directory and a master key of its own, and the real program to run on it.</summary>
/// <param name="existing">A directory to use as it is and to leave behind: saves loading while one works on a page.</param>
internal sealed class BelegData(string? existing = null) : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(300);

    /// <summary>Holds all of it.</summary>
    public string Root { get; } = existing ?? Directory.CreateTempSubdirectory("beleg-e2e-").FullName;

    /// <summary>The data directory.</summary>
    public string Path => System.IO.Path.Combine(Root, "data");

    /// <summary>Where the master key lies, outside the data.</summary>
    public string MasterKey => System.IO.Path.Combine(Root, "keys", "master.key");

    /// <summary>Extra environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Runs a command to its end.</summary>
    public async Task<Finished> RunAsync(string[] arguments, string input = "")
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
        return new Finished(process.ExitCode, await output, await error);
    }

    public Task<Finished> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    /// <summary>Starts the program on this directory.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        start.ArgumentList.Add(System.IO.Path.Combine(AppContext.BaseDirectory, "Beleg.App.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(Path);
        start.Environment["BELEG_MASTER_KEY_FILE"] = MasterKey;
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        if (existing is null)
            Directory.Delete(Root, recursive: true);
    }
}
