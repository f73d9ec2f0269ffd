using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Why;

namespace Beleg.App.Commands;

/// <summary>why: what a figure's change is made of.</summary>
internal static class WhyVerb
{
    private static readonly Argument<string> metric = new("METRIC") { Description = "Which figure, such as step_dropoff, ctr or revenue_per_chat." };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?>[] words =
    [
        Word("--from", "First day, 2026-09-01.", "DAY"),
        Word("--to", "The day after the last.", "DAY"),
        Word("--month", "A month instead of two days, 2026-09; the last complete one where nothing is said.", "MONTH"),
        Word("--model", "Attribution model.", "MODEL"),
        Word("--basis", "all or conservative.", "BASIS"),
        Word("--compare", "previous or year; the period before where nothing is said.", "PERIOD"),
    ];
    private static readonly Option<string[]> filters = new("--where") { Description = "Keeps the rows of a dimension: --where channel=instagram; may be repeated.", HelpName = "DIM=VALUE" };
    private static readonly Option<string> language = PeriodOptions.Language();

    public static Command Build()
    {
        var verb = new Verb("why", "Take the change of a figure apart by step, flow, entry point and channel.") { Runs = RunAsync, Arguments = { metric }, Options = { workspace, filters, language } };
        foreach (var word in words)
            verb.Options.Add(word);
        return verb;
    }

    private static Option<string?> Word(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var request = MetricRequestReader.Read(Words(context), MetricCatalogue.Default, Dashboard.Months.Standard(open));
        var report = await StatisticsOf.WhyAsync(open, request, cancellationToken);
        if (context.Json)
            context.WriteJson(report);
        else
            context.Out.Write(WhyText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Words(CommandContext context)
    {
        yield return KeyValuePair.Create<string, string?>("metrics", context.Get(metric));
        foreach (var word in words)
            yield return KeyValuePair.Create(word.Name.TrimStart('-'), context.Get(word));
        foreach (var filter in context.Get(filters) ?? [])
            yield return filter.Split('=', 2) is [var name, var value]
                ? KeyValuePair.Create<string, string?>(name, value)
                : throw new UserErrorException($"--where: write DIM=VALUE, not '{filter}'.");
    }
}
