using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Primitives;

namespace Beleg.App.Commands;

/// <summary>restore: a backup becomes a data directory; the facts are derived again.</summary>
internal static class RestoreVerb
{
    private static readonly string[] files = ["journal.db", "state.db", "keys.json"];
    private static readonly Argument<string> backup = new("DIR") { Description = "A directory made by backup." };

    public static Command Build() => new Verb("restore", "Put a backup into the empty directory of --data.") { Runs = RunAsync, OpensData = false, Arguments = { backup } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var from = context.PathOf(context.Get(backup));
        if (files.FirstOrDefault(file => !File.Exists(Path.Combine(from, file))) is { } missing)
            throw new UserErrorException($"{from} is no backup: {missing} is missing.");
        if (Directory.Exists(context.Directory) && Directory.EnumerateFileSystemEntries(context.Directory).Any())
            throw new UserErrorException($"{context.Directory} is not empty: name another directory with --data.");
        Directory.CreateDirectory(context.Directory);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(context.Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in files)
            File.Copy(Path.Combine(from, file), Path.Combine(context.Directory, file));
        await using var data = Installation.Open(context.Directory, Environment.GetEnvironmentVariable, context.Error);
        foreach (var workspace in data.State.Workspaces.List())
            await data.Open(workspace.Name).CatchUpAsync(context.Progress(), cancellationToken);
        await context.Out.WriteLineAsync($"Restored into {context.Directory}: {data.State.Workspaces.List().Count} workspaces.");
        return ExitCode.Done;
    }
}
