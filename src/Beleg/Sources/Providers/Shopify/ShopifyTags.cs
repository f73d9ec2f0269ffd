using Beleg.Sources.Json;
using Beleg.Sources.Web;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>What an order carries from the chat: the click id and campaign tags, as note attributes of the cart or in the address it began at.</summary>
/// <param name="Bid">Click id of a tagged link.</param>
/// <param name="Utm">Campaign tags; null where there is none.</param>
/// <param name="PlacedInChat">Whether a bot placed it.</param>
/// <param name="PaidInChat">Whether it was paid there.</param>
internal sealed record ShopifyTags(string? Bid, Utm? Utm, bool PlacedInChat, bool PaidInChat)
{
    /// <summary>Reads the tags; a note attribute wins over the landing page, since it is set for this cart.</summary>
    public static ShopifyTags Read(JsonValue order)
    {
        var page = LandingPage.Read(order["landing_site"u8].Text());
        string? bid = null, source = null, medium = null, campaign = null, content = null, term = null;
        var (placed, paid) = (false, false);
        foreach (var note in order["note_attributes"u8].Items)
        {
            var value = ShopifyReading.Text(note["value"u8]);
            switch (note["name"u8].Text())
            {
                case "bid": bid = value; break;
                case "utm_source": source = value; break;
                case "utm_medium": medium = value; break;
                case "utm_campaign": campaign = value; break;
                case "utm_content": content = value; break;
                case "utm_term": term = value; break;
                case "placed_in_chat": placed = note["value"u8].Bool() ?? false; break;
                case "paid_in_chat": paid = note["value"u8].Bool() ?? false; break;
            }
        }

        var noted = source is null && medium is null && campaign is null && content is null && term is null ? null : new Utm(source, medium, campaign, content, term);
        return new ShopifyTags(bid ?? page.Bid, noted ?? page.Utm, placed, paid);
    }
}
