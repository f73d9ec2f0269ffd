using Beleg.Sources.Json;
using Beleg.Sources.Providers.Shopify;

namespace Beleg.Sources.Providers;

/// <summary>Shopify webhooks: orders, refunds, disputes, checkouts and customers. What a body is decides, not the topic it was sent under.</summary>
/// <remarks>https://shopify.dev/docs/api/webhooks</remarks>
internal sealed class ShopifySource : ISource
{
    private const string SignatureHeader = "x-shopify-hmac-sha256";
    private const string ShopHeader = "x-shopify-shop-domain";
    private const string TopicHeader = "x-shopify-topic";
    // The others of the family (orders/edited, orders/delete, …) hold no order: what they tell comes with orders/updated as well.
    private static readonly string[] WholeOrders = ["orders/create", "orders/updated", "orders/paid", "orders/cancelled", "orders/fulfilled", "orders/partially_fulfilled"];

    private static readonly string[] Kept = [TopicHeader, ShopHeader, "x-shopify-event-id", "x-shopify-webhook-id", "x-shopify-triggered-at", "x-shopify-api-version"];

    /// <inheritdoc/>
    public string Provider => "shopify";

    /// <inheritdoc/>
    public Admission Admit(IncomingRequest request, SourceSettings settings)
    {
        if (settings.Secrets.Count == 0)
            return Admission.BadSignature("The source has no app secret yet: add it with 'beleg source add'.");
        if (!Signatures.MatchBase64(request.Headers(SignatureHeader), request.Body.Span, settings.Secrets))
            return Admission.BadSignature("X-Shopify-Hmac-Sha256 is missing or not made with this source's app secret.");
        if (request.Headers(ShopHeader) is not { } shop || !settings.AccountIds.Contains(shop, StringComparer.OrdinalIgnoreCase))
            return Admission.ForeignAccount("X-Shopify-Shop-Domain names a shop that this source does not own.");
        var keep = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Kept)
        {
            if (request.Headers(name) is { Length: <= 256 } value)
                keep[name] = value;
        }

        return Admission.Accepted(keep);
    }

    /// <inheritdoc/>
    public void Translate(Delivery delivery, TranslationContext context, Translation into)
    {
        if (!JsonTape.TryRead(delivery.Body, out var root, out var problem))
        {
            into.Refuse(-1, RefusalReason.NotJson, problem);
            return;
        }

        var topic = delivery.Headers.GetValueOrDefault(TopicHeader);
        var reading = new ShopifyReading(context, delivery.ReceivedAt, delivery.Headers.GetValueOrDefault(ShopHeader), into);
        var refused = Translate(root, topic, reading);
        if (refused is { } refusal)
            into.Refuse(0, refusal.Reason, refusal.Detail);
    }

    private static (RefusalReason Reason, string Detail)? Translate(JsonValue root, string? topic, ShopifyReading reading)
    {
        if (!root.IsObject)
            return (RefusalReason.UnknownShape, "A JSON object was expected.");
        if (topic is not null && WholeOrders.Contains(topic) || root["order"u8].IsObject || IsOrder(root))
            return ShopifyOrders.Translate(Inner(root, root["order"u8]), reading);
        if (Is(topic, "refunds/") || root["refund"u8].IsObject || IsRefund(root))
            return ShopifyRefunds.Translate(Inner(root, root["refund"u8]), null, null, reading);
        if (Is(topic, "disputes/") || root["dispute"u8].IsObject)
            return ShopifyRefunds.TranslateDispute(Inner(root, root["dispute"u8]), reading);
        if (topic is "customers/create" or "customers/update" or "customers/enable" or "customers/disable" || root["customer"u8].IsObject && topic is null)
            return ShopifyCustomers.Translate(Inner(root, root["customer"u8]), reading);
        if (topic is "checkouts/create" or "checkouts/update" || topic is null && root["abandoned_checkout_url"u8].Exists)
            return ShopifyOrders.TranslateCheckout(Inner(root, root["checkout"u8]), reading);
        return topic is null
            ? (RefusalReason.UnknownShape, "Neither an order nor a refund, a dispute, a customer or a checkout.")
            : (RefusalReason.NotTranslated, $"'{topic}' is kept and not translated.");
    }

    // Some forwarders wrap the resource in its name; the webhook's own body is the resource itself.
    private static JsonValue Inner(JsonValue root, JsonValue wrapped) => wrapped.IsObject ? wrapped : root;

    private static bool Is(string? topic, string family) => topic?.StartsWith(family, StringComparison.Ordinal) == true;

    private static bool IsOrder(JsonValue root) => root["line_items"u8].IsArray && root["financial_status"u8].IsText;

    private static bool IsRefund(JsonValue root) => root["order_id"u8].Exists && root["transactions"u8].IsArray;
}
