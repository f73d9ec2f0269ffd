using Beleg.Primitives;
using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>
/// What Shopify itself converted at between the buyer's currency and the shop's. Payments and refunds of an order in several currencies
/// are written in the buyer's, its totals in the shop's; sums that stand in a body in both tell the rate.
/// </summary>
/// <remarks>https://shopify.dev/docs/api/admin-rest/latest/resources/order (total_price_set) and …/refund (subtotal_set)</remarks>
internal sealed class ShopifyRate(Currency? paid, Currency? shop)
{
    private Currency? shop = shop;
    private long inShop;
    private long inPaid;

    /// <summary>Learns from a sum in both currencies; one that names others, or holds nothing, teaches nothing.</summary>
    public ShopifyRate Take(JsonValue set)
    {
        if (!TryRead(set["presentment_money"u8], out var buyer, out var buyers) || !TryRead(set["shop_money"u8], out var own, out var owns) || buyer != paid || own != (shop ?? own))
            return this;
        shop = own;
        (inPaid, inShop) = (inPaid + buyers, inShop + owns);
        return this;
    }

    /// <summary>An amount of the buyer's currency in the shop's, half to even; null where nothing told the rate.</summary>
    public Money? Convert(long minor) =>
        shop is not null && inPaid > 0 ? new Money(Money.RoundHalfEven((System.Numerics.BigInteger)minor * inShop, inPaid), shop) : null;

    private static bool TryRead(JsonValue money, out Currency? currency, out long minor)
    {
        minor = 0;
        return Currency.TryFind(money["currency_code"u8].Text(), out currency) && Amounts.TryRead(money["amount"u8], currency, out minor) is null;
    }
}
