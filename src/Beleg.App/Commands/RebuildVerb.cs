using System.CommandLine;
using System.Diagnostics;
using Beleg.Warehouse;

namespace Beleg.App.Commands;

/// <summary>rebuild: derives every fact again from the journal.</summary>
internal static class RebuildVerb
{
    private static readonly Option<string?> workspace = new("--workspace") { Description = "Only this one; all where none is named.", HelpName = "WS" };

    public static Command Build() => new Verb("rebuild", "Derive every fact again from the journal, and show that they are the same.") { Runs = RunAsync, Options = { workspace } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string[] names = context.Get(workspace) is { } one ? [context.Data.Require(one).Name] : [.. context.Data.State.Workspaces.List().Select(known => known.Name)];
        foreach (var name in names)
        {
            var open = context.Data.Open(name);
            await open.CatchUpAsync(context.Progress(), cancellationToken);
            var before = open.Warehouse.State == WarehouseState.Ready ? open.Warehouse.FactsHash() : null;
            var clock = Stopwatch.StartNew();
            var count = await open.Follower.RebuildAsync(context.Progress(), cancellationToken);
            var after = open.Warehouse.FactsHash();
            if (context.Json)
                context.WriteJson(new { workspace = name, deliveries = count, seconds = Math.Round(clock.Elapsed.TotalSeconds, 2), before, after, same = before == after });
            else
                await context.Out.WriteLineAsync(FormattableString.Invariant($"{name}: {count} deliveries in {clock.Elapsed.TotalSeconds:0.0} s; facts {after} ({(before == after ? "the same as before" : "other than before")})"));
        }

        return ExitCode.Done;
    }
}
