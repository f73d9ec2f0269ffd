using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Why;

namespace Beleg.App.Commands;

/// <summary>why: what a figure's change is made of.</summary>
internal static class WhyVerb
{
    private static readonly Argument<string> metric = new("METRIC") { Description = "Which figure, such as step_dropoff, ctr or revenue_per_chat." };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly FigureOptions figures = new(
        ("--model", "Attribution model.", "MODEL"),
        ("--basis", "all or conservative.", "BASIS"),
        ("--compare", "previous or year; the period before where nothing is said.", "PERIOD"));
    private static readonly Option<string?> language = PeriodOptions.Language();

    public static Command Build() =>
        figures.AddTo(new Verb("why", "Take the change of a figure apart by step, flow, entry point and channel.") { Runs = RunAsync, Arguments = { metric }, Options = { workspace, language } });

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var request = MetricRequestReader.Read(figures.Read(context, context.Get(metric)), MetricCatalogue.Default, Dashboard.Months.Standard(open));
        var report = await StatisticsOf.WhyAsync(open, request, cancellationToken);
        if (context.Json)
            context.WriteJson(report);
        else
            context.Out.Write(WhyText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }
}
