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
    /// <summary>Reads the tags; a note of the cart wins over the landing page, since it is set for this cart.</summary>
    public static ShopifyTags Read(JsonValue order)
    {
        var notes = new Notes();
        foreach (var (name, value) in ShopifyNotes.Of(order))
            notes.Take(name, value);
        var page = LandingPage.Read(order["landing_site"u8].Text());
        return new ShopifyTags(notes.Bid ?? notes.Page?.Bid ?? page.Bid, notes.Utm ?? notes.Page?.Utm ?? page.Utm, notes.Placed, notes.Paid);
    }

    private struct Notes
    {
        private string? source, medium, campaign, content, term;

        public string? Bid { get; private set; }

        /// <summary>The page it began on, where a note holds it.</summary>
        public LandingPage? Page { get; private set; }

        public bool Placed { get; private set; }

        public bool Paid { get; private set; }

        public readonly Utm? Utm =>
            source is null && medium is null && campaign is null && content is null && term is null ? null : new Utm(source, medium, campaign, content, term);

        public void Take(string name, JsonValue value)
        {
            var text = ShopifyReading.Text(value)?.Trim() is { Length: > 0 } said ? said : null;
            switch (name)
            {
                case "bid" or "beleg_bid": Bid ??= text; break;
                case "utm_source": source ??= text; break;
                case "utm_medium": medium ??= text; break;
                case "utm_campaign": campaign ??= text; break;
                case "utm_content": content ??= text; break;
                case "utm_term": term ??= text; break;
                case "landing_page" or "landing_site" or "landing_url": Page ??= LandingPage.Read(value.Text()); break;
                case "placed_in_chat": Placed = value.Bool() ?? false; break;
                case "paid_in_chat": Paid = value.Bool() ?? false; break;
            }
        }
    }
}
