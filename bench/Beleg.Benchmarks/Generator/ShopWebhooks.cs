using System.Globalization;
using System.Text;
using Beleg.Journal;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Benchmarks.Generator;

/// <summary>Webhooks as Shopify sends them: orders when they are created, and refunds.</summary>
internal sealed class ShopWebhooks(string workspace)
{
    public const string Domain = "bench.myshopify.example";

    private readonly List<NewDelivery> ready = [];

    public void Order(long number, string email, Instant at, int cents, string? bid)
    {
        var time = InstantPattern.General.Format(at);
        var notes = bid is null ? "" : $$"""{"name":"bid","value":"{{bid}}"}""";
        Add("orders/create", number, at, $$"""
            {"id":{{number}},"name":"#{{number}}","email":"{{email}}","created_at":"{{time}}","updated_at":"{{time}}","processed_at":"{{time}}","currency":"EUR","financial_status":"paid","total_price":"{{Amount(cents)}}","total_tax":"0.00","total_discounts":"0.00","test":false,"cancelled_at":null,"landing_site":"/","source_name":"web","customer":{"id":{{number % 1_000_000 + 1}},"email":"{{email}}"},"note_attributes":[{{notes}}],"line_items":[{"id":1,"title":"Bouquet","quantity":1,"price":"{{Amount(cents)}}"}]}
            """);
    }

    public void Refund(long number, Instant at, int cents)
    {
        var time = InstantPattern.General.Format(at);
        Add("refunds/create", number, at, $$"""
            {"id":{{number + 1}},"order_id":{{number}},"created_at":"{{time}}","processed_at":"{{time}}","transactions":[{"id":{{number + 2}},"order_id":{{number}},"kind":"refund","status":"success","amount":"{{Amount(cents)}}","currency":"EUR","created_at":"{{time}}","processed_at":"{{time}}"}],"refund_line_items":[]}
            """);
    }

    public void MoveTo(List<NewDelivery> lot)
    {
        lot.AddRange(ready);
        ready.Clear();
    }

    private void Add(string topic, long number, Instant at, string body) =>
        ready.Add(new NewDelivery(workspace, "shop", at + Duration.FromSeconds(2), new Dictionary<string, string>
        {
            ["x-shopify-topic"] = topic,
            ["x-shopify-shop-domain"] = Domain,
            ["x-shopify-event-id"] = string.Create(CultureInfo.InvariantCulture, $"e-{topic}-{number}"),
        }, Encoding.UTF8.GetBytes(body)));

    private static string Amount(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
