using System.CommandLine;
using System.CommandLine.Parsing;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>The whole command line: parses, opens the data or speaks to the server that owns them, runs the verb, maps what happens to an exit code.</summary>
internal sealed class CommandLine
{
    private static readonly Lazy<CommandLine> standard = new(() => new CommandLine(Verbs.All()));
    private readonly RootCommand root;

    public CommandLine(IEnumerable<Command> verbs)
    {
        root = new RootCommand("Beleg proves what conversations earn and save.");
        root.Options.Add(GlobalOptions.Data);
        root.Options.Add(GlobalOptions.Urls);
        root.Options.Add(GlobalOptions.Json);
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
    }

    /// <summary>The command line of the product. Parsing is thread-safe, so one serves the process and its clients.</summary>
    public static CommandLine Standard() => standard.Value;

    /// <summary>Runs a command typed in a shell.</summary>
    public Task<int> RunAsync(string[] args, ConsoleSurface console) =>
        GuardAsync(args, console, async (parsed, verb) =>
        {
            using var stop = new StopSignal();
            var directory = Path.GetFullPath(parsed.GetRequiredValue(GlobalOptions.Data), console.Directory);
            if (!verb.OpensData)
                return await verb.Runs(new CommandContext(parsed, console, directory, null), stop.Token);
            if (DataDirectory.OwnerOf(directory) is { } owner && await RemoteCommand.TryRunAsync(owner, args, verb, console, stop.Token) is { } answered)
                return answered;
            await using var data = Installation.Open(directory, Environment.GetEnvironmentVariable, console.Error);
            return await verb.Runs(new CommandContext(parsed, console, directory, data), stop.Token);
        });

    /// <summary>Runs a command that a client sent to the server which owns the data.</summary>
    public Task<int> RunInsideAsync(string[] args, ConsoleSurface console, Installation data, CancellationToken cancellationToken) =>
        GuardAsync(args, console, (parsed, verb) =>
            verb.OpensData
                ? verb.Runs(new CommandContext(parsed, console, data.Directory, data), cancellationToken)
                : throw new UserErrorException($"'{verb.Name}' runs in the shell, not in the server."));

    private async Task<int> GuardAsync(string[] args, ConsoleSurface console, Func<ParseResult, Verb, Task<int>> run)
    {
        try
        {
            var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
            if (parsed.Errors.Count > 0)
                return Refuse(parsed, console);
            // Help and version are actions of options; a verb's own one only tells the parser that it may stand alone.
            if (parsed.Action is not null && parsed.Action != parsed.CommandResult.Command.Action)
                return await parsed.InvokeAsync(new InvocationConfiguration { Output = console.Out, Error = console.Error });
            return await run(parsed, (Verb)parsed.CommandResult.Command);
        }
        catch (UserErrorException mistake)
        {
            await console.Error.WriteLineAsync($"beleg: {mistake.Message}");
            return ExitCode.UserError;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The outermost frame: whatever comes here is a bug, and the exit code says so.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            await console.Error.WriteLineAsync($"beleg: this is a bug of Beleg's, please report it: {bug}");
            return ExitCode.Bug;
        }
    }

    private static int Refuse(ParseResult parsed, ConsoleSurface console)
    {
        var path = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
            path.Insert(0, command.Command.Name);
        console.Error.WriteLine($"beleg: {string.Join(" ", parsed.Errors.Select(error => OneLine(error.Message)))} See: beleg {string.Join(' ', path.Append("--help"))}");
        return ExitCode.UserError;
    }

    // The parser lists what it would take on lines of their own, and names our types.
    private static string OneLine(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var cut = lines[0].IndexOf(" as expected type", StringComparison.Ordinal);
        return (cut < 0 ? lines[0] : lines[0][..cut] + ".") + (lines.Length > 1 ? $" Say one of: {string.Join(", ", lines.Skip(1)).ToLowerInvariant()}." : "");
    }
}
