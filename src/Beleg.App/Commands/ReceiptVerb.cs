using System.CommandLine;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Receipts;

namespace Beleg.App.Commands;

/// <summary>receipt: everything behind the credit of one order.</summary>
internal static class ReceiptVerb
{
    private static readonly Argument<string> order = new("ORDER") { Description = "The shop's id of the order." };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> shop = new("--shop") { Description = "The shop, where several have an order of that id.", HelpName = "SHOP" };
    private static readonly Option<string?> language = PeriodOptions.Language();

    private static readonly Option<bool> raw = new("--raw") { Description = "Also what was delivered behind each event, decrypted; it can hold names and texts of people." };

    public static Command Build() => new Verb("receipt", "Show the receipt of an order: touches, rule, weights, refunds, raw events.")
    {
        Runs = RunAsync,
        Arguments = { order },
        Options = { workspace, shop, language, raw },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var id = context.Get(order);
        var shops = context.Get(shop) is { } named ? [named] : FactLists.FindOrders(open.Warehouse, id).Select(found => found.Shop).Distinct().ToArray();
        if (shops.Length > 1)
            throw new UserErrorException($"Several shops have an order {id}; name one with --shop: {string.Join(", ", shops)}.");
        var receipt = shops.Length == 1 ? open.Receipt(shops[0], id) : null;
        if (receipt is null)
            throw new UserErrorException($"The workspace {open.Name} has no order {id}{MovedBack(open, id)}.");
        if (context.Get(raw))
            receipt = await open.WithRawAsync(receipt, cancellationToken);
        if (context.Json)
            context.WriteJson(receipt);
        else
            context.Out.Write(ReceiptText.Render(receipt, ReportLanguage.Of(context.Get(language)), open.Zone));
        return ExitCode.Done;
    }

    private static string MovedBack(Hosting.OpenWorkspace open, string id)
    {
        var (rows, total) = FactLists.UnmatchedRefunds(open.Warehouse, null, id, 20);
        return total == 0 ? "" : FormattableString.Invariant($", but {total} of its refunds came ({string.Join(", ", rows.Select(row => $"{row.Amount.Text} {row.Amount.Currency}"))}); import the order and they join it");
    }
}
