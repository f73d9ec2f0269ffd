using Beleg.Sources.Json;
using Beleg.Sources.Providers.WhatsApp;

namespace Beleg.Sources.Erasing;

/// <summary>Where in a body its items stand, counted as its translator counts them.</summary>
internal static class ItemPlaces
{
    /// <summary>A part of a body.</summary>
    /// <param name="Item">The item; -1 for a person whom several items share.</param>
    /// <param name="Start">First byte.</param>
    /// <param name="End">First byte after it.</param>
    internal readonly record struct Place(int Item, int Start, int End)
    {
        public bool Holds(Leaf leaf) => leaf.Start >= Start && leaf.Start < End;
    }

    /// <summary>The places of a body; empty where it is no JSON.</summary>
    public static List<Place> Of(string provider, ReadOnlyMemory<byte> body)
    {
        var places = new List<Place>();
        if (!JsonTape.TryRead(body, out var root, out _))
            return places;
        if (provider == "whatsapp")
            Entries(root, body.Span, places);
        else if (provider != "shopify" && (root.IsArray ? root : root["batch"u8]) is { IsArray: true } batch)
            Each(batch, 0, body.Span, places);
        else
            places.Add(new Place(0, 0, body.Length));
        return places;
    }

    private static void Entries(JsonValue root, ReadOnlySpan<byte> body, List<Place> places)
    {
        var next = 0;
        foreach (var entry in root["entry"u8].Items)
        {
            if (!entry["changes"u8].IsArray)
                next++;
            foreach (var change in entry["changes"u8].Items)
                next = Change(change["value"u8], next, body, places);
        }
    }

    private static int Change(JsonValue value, int next, ReadOnlySpan<byte> body, List<Place> places)
    {
        if (!value.IsObject)
            return next + 1;
        var known = false;
        JsonValue[] lists =
        [
            value["messages"u8], value["statuses"u8], value["message_echoes"u8], value["user_preferences"u8],
            .. WhatsAppHistory.Threads(value["history"u8]).Select(thread => thread.Messages),
        ];
        foreach (var list in lists)
        {
            known |= list.Exists;
            next = list.Exists && !list.IsArray ? next + 1 : Each(list, next, body, places);
        }

        foreach (var contact in value["contacts"u8].Items)
            places.Add(At(-1, contact, body));
        return known ? next : next + 1;
    }

    private static int Each(JsonValue list, int next, ReadOnlySpan<byte> body, List<Place> places)
    {
        foreach (var item in list.Items)
            places.Add(At(next++, item, body));
        return next;
    }

    private static Place At(int item, JsonValue value, ReadOnlySpan<byte> body)
    {
        body.Overlaps(value.Raw, out var start);
        return new Place(item, start, start + value.Raw.Length);
    }
}
