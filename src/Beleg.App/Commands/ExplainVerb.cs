using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.App.Commands;

/// <summary>explain: what a metric means, and the SQL that answers it.</summary>
internal static class ExplainVerb
{
    private static readonly Argument<string> id = new("ID") { Description = "The metric." };
    private static readonly Option<string?> workspace = new("--workspace") { Description = "Also print the SQL, as asked of this workspace.", HelpName = "WS" };

    private static readonly Option<string?> model = new("--model") { Description = "The attribution model that the SQL is to show, markov or shapley among them.", HelpName = "MODEL" };

    public static Command Build() => new Verb("explain", "Say what a metric means, and how it is computed.") { Runs = RunAsync, Arguments = { id }, Options = { workspace, model } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var metrics = MetricCatalogue.Default.Named(context.Get(id));
        if (metrics.Count == 0)
            throw new UserErrorException($"There is no metric '{context.Get(id)}'; see: beleg metrics");
        var named = context.Get(workspace) ?? (context.Data.State.Workspaces.List() is [var first, ..] ? first.Name : null);
        foreach (var metric in metrics)
        {
            Describe(context, metric);
            if (!metric.IsDue || named is null)
                continue;
            var open = context.Data.Open(named);
            await open.CatchUpAsync(context.Progress(), cancellationToken);
            var explained = await open.ExplainAsync(Asked(context, metric, open), cancellationToken);
            foreach (var statement in explained.Statements)
                await context.Out.WriteLineAsync($"\n{statement.ToText().TrimEnd()}");
        }

        return ExitCode.Done;
    }

    private static MetricRequest Asked(CommandContext context, Metric metric, OpenWorkspace open) => MetricRequestReader.Read(
        [KeyValuePair.Create("metrics", (string?)metric.Id), KeyValuePair.Create("model", context.Get(model))], MetricCatalogue.Default, Dashboard.Months.Standard(open));

    private static void Describe(CommandContext context, Metric metric)
    {
        context.Out.WriteLine($"{metric.Id} (version {metric.Version}): {metric.Name.En}");
        context.Out.WriteLine($"  {metric.Definition.En}");
        context.Out.WriteLine($"  why: {metric.Why.En}");
        if (metric.Edges.En.Length > 0)
            context.Out.WriteLine($"  edges: {metric.Edges.En}");
        context.Out.WriteLine($"  unit {metric.Unit}, good is {metric.Good}, pillar {metric.Pillar}, level {metric.Level}; owner {metric.Owner}, source {metric.Source}, {metric.Frequency}".ToLowerInvariant());
        if (!metric.IsDue)
            context.Out.WriteLine($"  planned; waits for: {metric.WaitsFor?.En}");
    }
}
