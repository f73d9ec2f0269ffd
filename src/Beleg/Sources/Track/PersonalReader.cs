using System.Text;
using Beleg.Sources.Json;

namespace Beleg.Sources.Track;

/// <summary>Keeps what is about the person, for the pages that show it: name, text, and everything the vocabulary does not count.</summary>
internal static class PersonalReader
{
    public static Personal? Read(PropertyReader r, JsonValue traits)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in r.Leftover)
        {
            if (property != Properties.Name && property != Properties.Message)
                Keep(kept, property.Name, r.Peek(property));
        }

        foreach (var (name, value) in r.Unknown)
            Keep(kept, name, value);
        foreach (var field in traits.Fields)
        {
            if (PropertyTable.Find(field.RawName) is null)
                Keep(kept, field.Name, field.Value);
        }

        var personName = r.Peek(Properties.Name).Text() ?? NameOf(traits);
        var text = r.Peek(Properties.Message).Text() ?? r.Peek(Properties.Label).Text();
        return personName is null && text is null && kept.Count == 0 ? null : new Personal { Name = personName, Text = text, Traits = kept };
    }

    private static string? NameOf(JsonValue traits)
    {
        var first = traits["firstName"u8].Text() ?? traits["first_name"u8].Text();
        var last = traits["lastName"u8].Text() ?? traits["last_name"u8].Text();
        var full = traits["name"u8].Text();
        return full ?? (first is null ? last : last is null ? first : $"{first} {last}");
    }

    private static void Keep(SortedDictionary<string, string> kept, string name, JsonValue value)
    {
        if (value.Exists && (value.Text() ?? (value.IsObject || value.IsArray ? Encoding.UTF8.GetString(value.Raw) : null)) is { } text)
            kept[name] = text;
    }
}
