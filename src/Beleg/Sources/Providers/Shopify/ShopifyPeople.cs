using Beleg.Sources.Json;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>Who placed an order or has an account. Shipping addresses are left out: a gift goes to somebody else.</summary>
internal static class ShopifyPeople
{
    public static IReadOnlyList<Identifier> OfOrder(JsonValue order, ShopifyReading reading)
    {
        var names = new List<Identifier>();
        var customer = order["customer"u8];
        var region = RegionOf(order["billing_address"u8]) ?? RegionOf(customer["default_address"u8]) ?? RegionOf(order["shipping_address"u8]);
        Add(reading, names, IdentifierType.CustomerId, customer["id"u8], region);
        Add(reading, names, IdentifierType.Email, order["email"u8], region);
        Add(reading, names, IdentifierType.Email, order["contact_email"u8], region);
        Add(reading, names, IdentifierType.Email, customer["email"u8], region);
        Add(reading, names, IdentifierType.Phone, order["phone"u8], region);
        Add(reading, names, IdentifierType.Phone, customer["phone"u8], region);
        return names;
    }

    public static IReadOnlyList<Identifier> OfCustomer(JsonValue customer, ShopifyReading reading)
    {
        var names = new List<Identifier>();
        var region = RegionOf(customer["default_address"u8]);
        Add(reading, names, IdentifierType.CustomerId, customer["id"u8], region);
        Add(reading, names, IdentifierType.Email, customer["email"u8], region);
        Add(reading, names, IdentifierType.Phone, customer["phone"u8], region);
        return names;
    }

    public static Personal? Personal(JsonValue customer, ShopifyReading reading)
    {
        if (!reading.Context.WithPersonal)
            return null;
        var first = customer["first_name"u8].Text();
        var last = customer["last_name"u8].Text();
        var name = first is null ? last : last is null ? first : $"{first} {last}";
        return name is null ? null : new Personal { Name = name };
    }

    // A number that cannot be read is left out: the order must not be lost for it.
    private static void Add(ShopifyReading reading, List<Identifier> names, IdentifierType type, JsonValue value, string? region)
    {
        if (value.Text() is not { } text)
            return;
        var made = Normalise.Identifier(reading.Context.Hash, type, reading.Shop, text, region ?? reading.Context.Source.DefaultRegion, reading.Context.WithPersonal);
        if (made is { } identifier && !names.Exists(name => name.Key == identifier.Key))
            names.Add(identifier);
    }

    private static string? RegionOf(JsonValue address) => address["country_code"u8].Text() is { Length: 2 } region ? region : null;
}
