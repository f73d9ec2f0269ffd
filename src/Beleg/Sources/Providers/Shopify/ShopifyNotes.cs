using Beleg.Sources.Json;

namespace Beleg.Sources.Providers.Shopify;

/// <summary>
/// What a shop's theme wrote beside an order: notes of its cart, then properties of its lines. Themes and checkouts spell the names in their own
/// way: an underscore before it hides a note from the buyer, cart forms change the case, the newer interface says key for name, and
/// some hand on an object.
/// </summary>
internal static class ShopifyNotes
{
    private const int LongestName = 64;

    /// <summary>Name in lower case without leading underscores, and value; those of the cart first.</summary>
    public static IEnumerable<(string Name, JsonValue Value)> Of(JsonValue order)
    {
        var notes = new List<(string, JsonValue)>();
        Add(order["note_attributes"u8], notes);
        Add(order["custom_attributes"u8], notes);
        foreach (var line in order["line_items"u8].Items)
            Add(line["properties"u8], notes);
        return notes;
    }

    private static void Add(JsonValue list, List<(string, JsonValue)> notes)
    {
        foreach (var note in list.Items)
            Add((note["name"u8].Exists ? note["name"u8] : note["key"u8]).Text(), note["value"u8], notes);
        foreach (var note in list.Fields)
            Add(note.Name, note.Value, notes);
    }

    private static void Add(string? name, JsonValue value, List<(string, JsonValue)> notes)
    {
        if (name is { Length: > 0 and <= LongestName } && name.Trim().TrimStart('_').Replace('-', '_').ToLowerInvariant() is { Length: > 0 } plain)
            notes.Add((plain, value));
    }
}
