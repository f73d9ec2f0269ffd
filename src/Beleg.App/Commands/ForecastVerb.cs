using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.Reports.Outlook;

namespace Beleg.App.Commands;

/// <summary>forecast: what is expected of a metric.</summary>
internal static class ForecastVerb
{
    private static readonly Argument<string> metric = new("METRIC") { Description = "A metric of money or counts, such as net_value.", DefaultValueFactory = _ => StatisticsOf.DefaultMetric };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<int> months = new("--months") { Description = "How far ahead, 1 to 24; never further than was seen.", HelpName = "N", DefaultValueFactory = _ => 12 };
    private static readonly Option<decimal?> extension = new("--extension") { Description = "A factor on the scope, such as 1.3 for a channel more.", HelpName = "FACTOR" };
    private static readonly Option<string?> language = PeriodOptions.Language();

    public static Command Build() => new Verb("forecast", "Say what is expected of a metric, with intervals and how past forecasts would have done.")
    {
        Runs = RunAsync,
        Arguments = { metric },
        Options = { workspace, months, extension, language },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var report = await StatisticsOf.OutlookAsync(open, context.Get(metric), context.Get(months), context.Get(extension), cancellationToken);
        if (context.Json)
            context.WriteJson(report);
        else
            context.Out.Write(OutlookText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }
}
