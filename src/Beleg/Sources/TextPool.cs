using System.Text;

namespace Beleg.Sources;

/// <summary>
/// Flow names, languages and accounts repeat millions of times: one string serves them all. A slot holds one text; another text
/// with the same hash simply takes its place, so the pool cannot grow.
/// </summary>
internal static class TextPool
{
    private const int Slots = 8192;
    private const int Longest = 48;

    [ThreadStatic]
    private static (byte[] Bytes, string Text)[]? slots;

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return string.Empty;
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);
        slots ??= new (byte[], string)[Slots];
        ref var slot = ref slots[ByteHash.Of(utf8) % Slots];
        if (slot.Bytes is null || !utf8.SequenceEqual(slot.Bytes))
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return slot.Text;
    }
}
