using System.CommandLine;
using System.Globalization;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Experiments;

namespace Beleg.App.Commands;

/// <summary>experiment: what an experiment came to, and what to do.</summary>
internal static class ExperimentVerb
{
    private static readonly Argument<string?> id = new("ID") { Description = "Its id in events; all that were seen where none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> metric = Word("--metric", "revenue, conversion or order_value.", "METRIC");
    private static readonly Option<string?> arms = Word("--arms", "Variations separated by commas, the first is what was before.", "A,B");
    private static readonly Option<string?> weights = Word("--weights", "The part each was meant to get.", ".5,.5");
    private static readonly Option<string?> leastEffect = Word("--least-effect", "The least relative effect that matters; .05.", "SHARE");
    private static readonly Option<string?> contacts = Word("--contacts", "Contacts an arm needs before a verdict; 100.", "N");
    private static readonly Option<string> language = PeriodOptions.Language();

    public static Command Build() => new Verb("experiment", "Show what an experiment came to, with a verdict in words.")
    {
        Runs = RunAsync,
        Arguments = { id },
        Options = { workspace, metric, arms, weights, leastEffect, contacts, language },
    };

    private static Option<string?> Word(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        if (context.Arguments.GetValue(id) is not { Length: > 0 } named)
        {
            await ListAsync(context, open, cancellationToken);
            return ExitCode.Done;
        }

        var plan = new ExperimentPlan(context.Get(metric), context.Get(arms), context.Get(weights), context.Get(leastEffect), context.Get(contacts));
        var report = await StatisticsOf.ExperimentAsync(open, named, plan, cancellationToken)
            ?? throw new UserErrorException($"Nobody has seen two arms of '{named}'; see: beleg experiment --workspace {open.Name}");
        if (context.Json)
            context.WriteJson(report);
        else
            context.Out.Write(ExperimentText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }

    private static async Task ListAsync(CommandContext context, OpenWorkspace open, CancellationToken cancellationToken)
    {
        var seen = await StatisticsOf.ExperimentsAsync(open, cancellationToken);
        if (context.Json)
            context.WriteJson(seen);
        else if (seen.Count == 0)
            await context.Out.WriteLineAsync("No experiment was seen yet: send 'Experiment Viewed' with experiment_id and variation_id.");
        else
            foreach (var experiment in seen)
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SafeText.OneLine(experiment.Experiment)}\t{experiment.Arms} arms\t{experiment.Contacts} contacts\t{experiment.First:uuuu-MM-dd} to {experiment.Last:uuuu-MM-dd}"));
    }
}
