using System.CommandLine;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.Reports.Channels;

namespace Beleg.App.Commands;

/// <summary>models: every attribution model side by side.</summary>
internal static class ModelsVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> month = PeriodOptions.Month();
    private static readonly Option<string?> from = PeriodOptions.From();
    private static readonly Option<string?> to = PeriodOptions.To();
    private static readonly Option<int> order = new("--order") { Description = "How many of the last channels the Markov chain remembers, 1 to 4.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> withoutNulls = new("--no-nulls") { Description = "Leave out journeys that ended in nothing." };
    private static readonly Option<string?> language = PeriodOptions.Language();

    public static Command Build()
    {
        var verb = Alone();
        // Without an action of its own the parser would insist on one of the two below it.
        verb.SetAction(_ => ExitCode.Done);
        return verb;
    }

    private static Verb Alone() => new("models", "Show all attribution models side by side, Markov and Shapley among them.")
    {
        Runs = RunAsync,
        Options = { workspace, month, from, to, order, withoutNulls, language },
        Subcommands = { ModelsPreviewVerb.Preview(), ModelsPreviewVerb.Apply() },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var period = PeriodOptions.Read(context.Get(month), context.Get(from), context.Get(to), open);
        var report = await StatisticsOf.ChannelsAsync(open, period, context.Get(order), !context.Get(withoutNulls), cancellationToken);
        if (context.Json)
            context.WriteJson(report);
        else
            context.Out.Write(ChannelText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }
}
