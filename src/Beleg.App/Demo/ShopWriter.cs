using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Beleg.Journal;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Demo;

/// <summary>Writes webhooks in Shopify's form.</summary>
internal sealed class ShopWriter(string workspace, string source)
{
    /// <summary>The domain that the webhooks name.</summary>
    public const string Domain = "petal-and-stem.myshopify.com";

    private static readonly Duration OnTheWay = Duration.FromSeconds(2);

    private readonly List<NewDelivery> ready = [];

    public IReadOnlyList<NewDelivery> Take()
    {
        NewDelivery[] taken = [.. ready];
        ready.Clear();
        return taken;
    }

    public void Order(ShopOrder order) => Add(order.Cancelled ? "orders/cancelled" : "orders/create", order.Number, order.At, json =>
    {
        Times(json, order.At, "created_at", "processed_at", "updated_at");
        json.WriteNumber("id", Id(order.Number));
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"#{order.Number}"));
        json.WriteString("email", order.Email);
        json.WriteString("currency", order.Currency);
        json.WriteString("total_price", CallWriter.Amount(order.Cents));
        json.WriteString("total_tax", "0.00");
        json.WriteString("total_discounts", "0.00");
        json.WriteString("financial_status", order.Cancelled ? "voided" : "paid");
        json.WriteString("source_name", "web");
        json.WriteString("landing_site", order.Landing);
        json.WriteBoolean("test", order.Test);
        if (order.Cart is { } cart)
            json.WriteString("cart_token", cart);
        if (order.Cancelled)
        {
            Times(json, order.At, "cancelled_at");
            json.WriteString("cancel_reason", "customer");
        }

        Customer(json, order);
        Notes(json, order);
        json.WriteStartArray("discount_codes");
        if (order.Coupon is { } code)
            Object(json, ("code", code), ("amount", "0.00"), ("type", "fixed_amount"));
        json.WriteEndArray();
        json.WriteStartArray("line_items");
        Object(json, ("title", "Bouquet"), ("price", CallWriter.Amount(order.Cents)));
        json.WriteEndArray();
    });

    /// <summary>A cart that went to the checkout.</summary>
    public void Checkout(string cart, Instant at, int cents, string currency, string email) => Add("checkouts/create", cart, at, json =>
    {
        Times(json, at, "created_at", "updated_at");
        json.WriteString("token", "co-" + cart);
        json.WriteString("cart_token", cart);
        json.WriteString("email", email);
        json.WriteString("currency", currency);
        json.WriteString("total_price", CallWriter.Amount(cents));
        json.WriteString("landing_site", "/");
        json.WriteStartArray("line_items");
        Object(json, ("title", "Bouquet"), ("price", CallWriter.Amount(cents)));
        json.WriteEndArray();
    });

    public void Refund(long order, Instant at, int cents, string currency) => Add("refunds/create", order, at, json =>
    {
        Times(json, at, "created_at", "processed_at");
        json.WriteNumber("id", Id(order) + 1);
        json.WriteNumber("order_id", Id(order));
        json.WriteStartArray("transactions");
        Object(json, ("kind", "refund"), ("status", "success"), ("amount", CallWriter.Amount(cents)), ("currency", currency));
        json.WriteEndArray();
    });

    // Shopify's own ids have thirteen digits and are not the number that people see.
    private static long Id(long number) => 5_200_000_000_000 + number * 7_917;

    private static void Customer(Utf8JsonWriter json, ShopOrder order)
    {
        json.WriteStartObject("customer");
        json.WriteString("email", order.Email);
        if (order.Name?.Split(' ', 2) is [var first, var last])
        {
            json.WriteString("first_name", first);
            json.WriteString("last_name", last);
        }

        json.WriteEndObject();
    }

    private static void Notes(Utf8JsonWriter json, ShopOrder order)
    {
        json.WriteStartArray("note_attributes");
        if (order.Bid is { } bid)
            Object(json, ("name", "bid"), ("value", bid));
        if (order.InChat)
        {
            Object(json, ("name", "placed_in_chat"), ("value", "true"));
            Object(json, ("name", "paid_in_chat"), ("value", "true"));
        }

        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void Times(Utf8JsonWriter json, Instant at, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            json.WriteString(name, InstantPattern.General.Format(at));
    }

    private void Add(string topic, long number, Instant at, Action<Utf8JsonWriter> write) => Add(topic, number.ToString(CultureInfo.InvariantCulture), at, write);

    private void Add(string topic, string number, Instant at, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var headers = new Dictionary<string, string>
        {
            ["x-shopify-topic"] = topic,
            ["x-shopify-shop-domain"] = Domain,
            ["x-shopify-event-id"] = $"{topic}-{number}",
        };
        ready.Add(new NewDelivery(workspace, source, at + OnTheWay, headers, buffer.WrittenSpan.ToArray()));
    }
}
