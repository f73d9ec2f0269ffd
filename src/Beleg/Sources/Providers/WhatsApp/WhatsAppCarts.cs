using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;
using NodaTime;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>A cart that was sent from the catalogue: placed in the chat, and not paid. The shop's own order says when it is.</summary>
internal static class WhatsAppCarts
{
    private const int MostPieces = 1_000_000;

    public static void Add(JsonValue order, WhatsAppReading reading, int item, Key message, Instant at, Identifier[] who)
    {
        long total = 0;
        Currency? currency = null;
        foreach (var line in order["product_items"u8].Items)
        {
            if (!TryLine(line, ref currency, out var minor, out var reason, out var why) || (total += minor) > Money.MaxMinor)
            {
                reading.Into.Refuse(item, reason == default ? RefusalReason.AmountOutOfRange : reason, why ?? "The cart is worth more than 10^12 minor units.");
                return;
            }
        }

        if (currency is null)
        {
            reading.Into.Refuse(item, RefusalReason.MalformedItem, "A cart without items.");
            return;
        }

        // TRICKY: a message id holds the person's phone number in base64, so the cart is named by the message's key.
        var cart = "chat-" + message;
        reading.Into.Add(item, reading.Make(
            EventKind.CheckoutStarted, message.With(WhatsAppSalts.Cart), at, who,
            message: message,
            payload: new OrderPayload
            {
                Shop = reading.Source.Shop ?? reading.Source.Name,
                OrderId = cart,
                CartId = cart,
                PlacedAt = at,
                Currency = currency.Code,
                TotalMinor = total,
                CapturedMinor = 0,
                FinancialStatus = "pending",
                PlacedInChat = true,
            }));
    }

    private static bool TryLine(JsonValue line, ref Currency? currency, out long minor, out RefusalReason reason, out string? why)
    {
        (minor, reason, why) = (0, default, null);
        if (!Currency.TryFind(line["currency"u8].Text(), out var own) || (currency ?? own) != own)
        {
            (reason, why) = (RefusalReason.UnknownCurrency, "The items of a cart must name one currency of ISO 4217.");
            return false;
        }

        currency = own;
        if (Amounts.TryRead(line["item_price"u8], own, out var price) is { } problem)
        {
            (reason, why) = (problem.Reason, $"The price of an item {problem.Why}.");
            return false;
        }

        var quantity = line["quantity"u8].Whole();
        if (quantity is null or < 0 or > MostPieces)
        {
            (reason, why) = (RefusalReason.MalformedItem, "The quantity of an item must be a whole number from 0 to 1,000,000.");
            return false;
        }

        minor = price > Money.MaxMinor / Math.Max(1, quantity.Value) ? Money.MaxMinor + 1 : price * quantity.Value;
        return true;
    }
}
