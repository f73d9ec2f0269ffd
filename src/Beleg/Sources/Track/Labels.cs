using System.Collections.Frozen;
using System.Text;

namespace Beleg.Sources.Track;

/// <summary>The wire names of an enum's members: snake_case, except that the names of channels are single words.</summary>
internal static class Labels<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByLabel =
        Enum.GetValues<T>().ToFrozenDictionary(LabelOf, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByLabel.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<T, string> ByMember = Enum.GetValues<T>().ToFrozenDictionary(member => member, LabelOf);

    /// <summary>All labels, in the order of their numbers.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(LabelOf)];

    public static string Of(T member) => ByMember[member];

    public static bool TryRead(ReadOnlySpan<byte> label, out T member)
    {
        member = default;
        if (label.Length is 0 or > 40)
            return false;
        Span<char> text = stackalloc char[40];
        for (var i = 0; i < label.Length; i++)
            text[i] = (char)label[i];
        return BySpan.TryGetValue(text[..label.Length], out member);
    }

    public static bool TryRead(string label, out T member) => ByLabel.TryGetValue(label, out member);

    private static string LabelOf(T member)
    {
        var name = member.ToString();
        if (typeof(T) == typeof(Channel))
            return name.ToLowerInvariant();
        if (name == "WhatsAppUserId")
            return "whatsapp_user_id";
        var label = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && label.Length > 0)
                label.Append('_');
            label.Append(char.ToLowerInvariant(c));
        }

        return label.ToString();
    }
}
