using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>Customers: who they are, and what marketing they agreed to by e-mail and by text message.</summary>
internal static class ShopifyCustomers
{
    public static (RefusalReason Reason, string Detail)? Translate(JsonValue customer, ShopifyReading reading)
    {
        var id = reading.Required(customer["id"u8], "id");
        var at = reading.Time(customer["updated_at"u8], customer["created_at"u8]);
        if (reading.Problem is { } problem)
            return problem;
        var who = ShopifyPeople.OfCustomer(customer, reading);

        // Each version is an event of its own: an address that was replaced stays a name of the person.
        reading.Into.Add(0, reading.Begin(EventKind.ContactSeen, reading.Id($"customer|{reading.Shop}|{reading.Customer(id)}|{at.ToUnixTimeTicks()}"), at) with
        {
            Identifiers = who,
            Personal = ShopifyPeople.Personal(customer, reading),
        });
        AddConsents(customer, who, reading);
        return null;
    }

    /// <summary>Adds what a customer agreed to or withdrew; the same state again is the same event.</summary>
    public static void AddConsents(JsonValue customer, IReadOnlyList<Identifier> who, ShopifyReading reading)
    {
        if (!customer["id"u8].Exists)
            return;
        Add(customer["email_marketing_consent"u8], Channel.Email, customer, who, reading);
        Add(customer["sms_marketing_consent"u8], Channel.Sms, customer, who, reading);
    }

    private static void Add(JsonValue consent, Channel channel, JsonValue customer, IReadOnlyList<Identifier> who, ShopifyReading reading)
    {
        var given = consent["state"u8].Is("subscribed"u8);
        if ((!given && !consent["state"u8].Is("unsubscribed"u8)) || Timestamps.Read(consent["consent_updated_at"u8]) is not { } at)
            return;
        var id = reading.Id($"consent|{reading.Shop}|{reading.Customer(customer["id"u8].Text())}|{channel}|{given}|{at.ToUnixTimeTicks()}");
        reading.Into.Add(0, reading.Begin(given ? EventKind.ConsentGiven : EventKind.ConsentWithdrawn, id, at) with
        {
            Identifiers = who,
            Channel = channel,
            Actor = Actor.Contact,
            Payload = new ConsentPayload { Purpose = "marketing", Proof = ShopifyReading.Text(consent["opt_in_level"u8]) ?? "shop" },
        });
    }
}
