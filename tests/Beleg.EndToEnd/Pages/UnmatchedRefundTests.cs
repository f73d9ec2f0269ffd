using System.Net;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>Money that moved back on an order nobody told of is shown wherever somebody looks, until the order comes.</summary>
[Trait("Speed", "Slow")]
public sealed class UnmatchedRefundTests
{
    private const string Refund = """{"type":"track","event":"Order Refunded","messageId":"f1","userId":"c1","timestamp":"2026-09-10T10:00:00Z","properties":{"shop":"bloom","order_id":"4711","refund_id":"f1","amount":"25.00","currency":"EUR"}}""";
    private const string Order = """{"type":"track","event":"Order Completed","messageId":"o1","userId":"c1","timestamp":"2026-09-02T10:00:00Z","properties":{"shop":"bloom","order_id":"4711","total":"100.00","currency":"EUR"}}""";

    [Fact]
    public async Task ARefundWithoutItsOrderIsShownEverywhereAndJoinsItWhenItComes()
    {
        await using var shop = await LinkShop.OpenAsync();
        var beleg = shop.Beleg;
        await beleg.SignInAsync(beleg.Http);

        await shop.SendAsync(Refund);
        (await EventuallyAsync(beleg, "/w/shop/sources?lang=en", page => page.Contains("Refunds without their order: 1", StringComparison.Ordinal))).ShouldContain("/w/shop/receipts?month=2026-09#unmatched");
        var list = await PageAsync(beleg, "/w/shop/receipts?month=2026-09&lang=en");
        foreach (var said in new[] { "Refunds without their order", "4711", "order unknown", "€25.00" })
            list.ShouldContain(said);
        (await PageAsync(beleg, "/w/shop/receipts?order=4711&lang=de")).ShouldContain("Bestellung unbekannt");
        using (var sources = JsonDocument.Parse(await beleg.Http.GetStringAsync("/api/shop/sources")))
        {
            sources.RootElement.GetProperty("refunds_without_order_total").GetInt64().ShouldBe(1);
            sources.RootElement.GetProperty("refunds_without_order")[0].GetProperty("amount").GetProperty("minor").GetInt64().ShouldBe(2_500);
        }

        (await FooterAsync(beleg)).ShouldBe((-25m, -25m, 0m));
        (await beleg.RunAsync("metrics", "attributed_revenue", "--workspace", "shop", "--month", "2026-09")).Ok().ShouldContain("refunds without their order -25.00 = shop total -25.00; difference 0.00");
        var receipt = await beleg.RunAsync("receipt", "4711", "--workspace", "shop");
        receipt.Code.ShouldBe(2);
        receipt.Error.ShouldContain("1 of its refunds came (25.00 EUR)");

        await shop.SendAsync(Order);
        await EventuallyAsync(beleg, "/w/shop/sources?lang=en", page => !page.Contains("Refunds without their order", StringComparison.Ordinal));
        (await FooterAsync(beleg)).ShouldBe((0m, 75m, 0m));
        (await beleg.RunAsync("receipt", "4711", "--workspace", "shop")).Ok().ShouldContain("75.00");
        (await beleg.RunAsync("rebuild", "--workspace", "shop")).Ok().ShouldContain("the same as before");
    }

    private static async Task<(decimal Unmatched, decimal Total, decimal Difference)> FooterAsync(RunningBeleg beleg)
    {
        using var answer = JsonDocument.Parse(await beleg.Http.GetStringAsync("/api/shop/query?metrics=attributed_revenue&month=2026-09"));
        var footer = answer.RootElement.GetProperty("footer");
        return (footer.GetProperty("refunds_without_order").GetDecimal(), footer.GetProperty("shop_total").GetDecimal(), footer.GetProperty("difference").GetDecimal());
    }

    private static async Task<string> PageAsync(RunningBeleg beleg, string path) => WebUtility.HtmlDecode(await beleg.Http.GetStringAsync(path));

    private static async Task<string> EventuallyAsync(RunningBeleg beleg, string path, Func<string, bool> good)
    {
        var page = await RunningBeleg.EventuallyAsync(() => PageAsync(beleg, path), good);
        good(page).ShouldBeTrue();
        return page;
    }
}
