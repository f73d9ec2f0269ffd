using System.CommandLine;
using System.Globalization;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.Reports.Switching;

namespace Beleg.App.Commands;

/// <summary>models preview, models apply: what changes under another model or other windows, and changing to it.</summary>
internal static class ModelsPreviewVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> month = PeriodOptions.Month();
    private static readonly Option<string?> from = PeriodOptions.From();
    private static readonly Option<string?> to = PeriodOptions.To();
    private static readonly Option<string?> language = PeriodOptions.Language();
    private static readonly Option<string?> model = new("--model") { Description = "The model of figures where nobody chooses another.", HelpName = "MODEL" };
    private static readonly Option<int?> days = new("--look-back-days") { Description = "Days of touches without a window of their own.", HelpName = "N" };
    private static readonly Option<string?> windows = new("--look-back-windows") { Description = "Windows of channels and kinds of touches, such as \"campaign_read=3, whatsapp.click=14\"; - for none.", HelpName = "ENTRIES" };
    private static readonly Option<int?> halfLife = new("--half-life-days") { Description = "Half-life under time decay.", HelpName = "N" };
    private static readonly Option<string> because = new("--because") { Description = "Why; kept with the change.", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    public static Command Preview() => new Verb("preview", "Show what would change under another model or other windows; writes nothing.")
    {
        Runs = PreviewAsync,
        Options = { workspace, model, days, windows, halfLife, month, from, to, language },
    };

    public static Command Apply() => new Verb("apply", "Change to another model or other windows; who, when and why are kept.")
    {
        Runs = ApplyAsync,
        Options = { workspace, model, days, windows, halfLife, because },
    };

    private static async Task<int> PreviewAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        var proposal = Read(context, open);
        var period = PeriodOptions.Read(context.Get(month), context.Get(from), context.Get(to), open);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var report = await open.PreviewAsync(proposal, period, cancellationToken);
        if (context.Json)
            context.WriteJson(report);
        else
            await context.Out.WriteAsync(SwitchText.Render(report, ReportLanguage.Of(context.Get(language))));
        return ExitCode.Done;
    }

    private static async Task<int> ApplyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        var proposal = Read(context, open);
        await proposal.ApplyAsync(context.Data, open, "command line", context.Get(because)!, cancellationToken);
        foreach (var (key, before, after) in proposal.Changes)
            await context.Out.WriteLineAsync($"{key} = {after}\t(was {before})");
        return ExitCode.Done;
    }

    private static SwitchProposal Read(CommandContext context, OpenWorkspace open) => SwitchProposal.Read(open.Settings, key => key switch
    {
        "attribution_model" => context.Get(model),
        "look_back_days" => context.Get(days)?.ToString(CultureInfo.InvariantCulture),
        "half_life_days" => context.Get(halfLife)?.ToString(CultureInfo.InvariantCulture),
        _ => context.Get(windows),
    });
}
