using System.CommandLine;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;

namespace Beleg.App.Commands;

/// <summary>backup: a consistent copy of what cannot be derived, while the server runs.</summary>
internal static class BackupVerb
{
    private static readonly Option<string> output = new("--out") { Description = "A directory that does not exist yet.", HelpName = "DIR", Required = true };

    public static Command Build() => new Verb("backup", "Copy journal, state and wrapped keys; the master key is not in it.") { Runs = RunAsync, Options = { output } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var to = context.PathOf(context.Get(output)!);
        if (Directory.Exists(to) || File.Exists(to))
            throw new UserErrorException($"{to} exists already: name another directory.");
        var from = context.Data.Files;
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // Keys first: a workspace made between the steps may miss its deliveries, but never the other way round.
        foreach (var database in new[] { from.JournalFile, from.StateFile })
            Copy(database, Path.Combine(to, Path.GetFileName(database)));
        if (File.Exists(from.KeyFile))
            File.Copy(from.KeyFile, Path.Combine(to, Path.GetFileName(from.KeyFile)));
        await context.Out.WriteLineAsync($"Backed up to {to}. It opens only with the master key {context.Data.Master.File ?? "of the environment"}: keep a copy of that elsewhere.");
        return ExitCode.Done;
    }

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
    }
}
