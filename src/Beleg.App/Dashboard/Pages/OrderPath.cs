namespace Beleg.App.Dashboard.Pages;

/// <summary>Where the receipt of an order lies.</summary>
internal static class OrderPath
{
    public static string Of(string workspace, string shop, string order) =>
        $"/w/{workspace}/receipts/{Uri.EscapeDataString(shop)}/{Uri.EscapeDataString(order)}";
}
