using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.Reports.Customers;

namespace Beleg.App.Commands;

/// <summary>customers: what customers were worth, will be worth, and how many stay.</summary>
internal static class CustomersVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> month = PeriodOptions.Month();
    private static readonly Option<string?> language = PeriodOptions.Language();

    public static Command Build() => new Verb("customers", "Show customer value, historic and expected, and who comes back.") { Runs = RunAsync, Options = { workspace, month, language } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var report = await StatisticsOf.CustomersAsync(open, PeriodOptions.Read(context.Get(month), null, null, open), cancellationToken);
        if (context.Json)
            context.WriteJson(report);
        else
            context.Out.Write(CustomerText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }
}
