using Beleg.App.Api;
using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Model;
using Beleg.Reports;

namespace Beleg.App.Dashboard;

/// <summary>The orders of a month, and the receipt of each.</summary>
internal static class ReceiptPages
{
    private const int Most = 200;

    public static Task ShowListAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        if (request.Query("order") is { } wanted)
            return FindAsync(request, workspace, wanted);
        var (months, standard, _) = Months.Of(workspace, null);
        var filters = PageFilters.Read(request, workspace, standard);
        FilterForm.RequirePlain(request, filters);
        var (month, bar) = (filters.Period, FilterForm.Of(request.Visitor, filters, months));
        var (rows, total) = FactLists.Orders(workspace.Warehouse, month, Most);
        request.Visitor.Title = request.Tongue[Texts.Receipts];
        return DrawListAsync(request, workspace, bar, month, rows, total, FactLists.UnmatchedRefunds(workspace.Warehouse, month, null, Most));
    }

    public static async Task ShowOneAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var receipt = workspace.Receipt(PathParts.At(request.Http, 4), PathParts.At(request.Http, 5)) ?? throw new NotHereException();
        if (request.Query("raw") is "true")
            receipt = await workspace.WithRawAsync(receipt, request.Http.RequestAborted);
        request.Visitor.Title = receipt.Order.OrderId;
        await PageDoor.DrawAsync<ReceiptPage>(request.Http, new { Model = ReceiptView.Of(receipt, workspace, request.Tongue) });
    }

    private static Task FindAsync(PageRequest request, OpenWorkspace workspace, string wanted)
    {
        var found = FactLists.FindOrders(workspace.Warehouse, wanted.Trim());
        if (found.Count == 1)
        {
            request.Http.Response.Redirect(OrderPath.Of(workspace.Name, found[0].Shop, found[0].OrderId));
            return Task.CompletedTask;
        }

        var (months, month, _) = Months.Of(workspace, null);
        request.Visitor.Title = request.Tongue[Texts.Receipts];
        return DrawListAsync(request, workspace, FilterForm.Of(request.Visitor, new PageFilters { Period = month }, months) with { Kept = [] }, month, found, found.Count, FactLists.UnmatchedRefunds(workspace.Warehouse, null, wanted.Trim(), Most));
    }

    private static Task DrawListAsync(PageRequest request, OpenWorkspace workspace, FilterModel bar, Period month, IReadOnlyList<OrderLine> rows, long total, (IReadOnlyList<UnmatchedRefundLine>, long) unmatched)
    {
        var currency = workspace.Currency.Code;
        var model = new OrdersModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Period = month,
            Bar = bar,
            Total = total,
            Unmatched = unmatched,
            Rows =
            [
                .. rows.Select(row => new OrderRow(
                    row.Shop, row.OrderId, row.PlacedAt, OrderStates.Name(row.State), row.State == OrderState.Counted,
                    row.Evidence == Evidence.None ? null : row.Evidence.ToString(),
                    Print.Money(request.Tongue, new Amount(row.NetMinor, currency)), Print.Money(request.Tongue, new Amount(row.AttributedMinor, currency)))),
            ],
        };
        return PageDoor.DrawAsync<OrdersPage>(request.Http, new { Model = model });
    }
}
