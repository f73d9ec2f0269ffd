using System.Runtime.InteropServices;
using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>
/// The names of people come back with each of their messages, and an HMAC costs as much as reading a webhook. A slot holds one
/// value; another with the same slot takes its place, so the cache cannot grow.
/// </summary>
internal static class KeyCache
{
    private const int Slots = 16384;
    private const int Longest = 64;

    [ThreadStatic]
    private static Entry[]? entries;

    [ThreadStatic]
    private static byte[]? values;

    /// <summary>The same answer as <see cref="KeyedHash.OfUtf8"/>.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="domain">Domain, a constant.</param>
    /// <param name="scope">Scope.</param>
    /// <param name="value">The value in UTF-8, not escaped.</param>
    public static Key Of(KeyedHash hash, string domain, string scope, ReadOnlySpan<byte> value)
    {
        if (value.Length is 0 or > Longest)
            return hash.OfUtf8(domain, scope, value);
        entries ??= new Entry[Slots];
        values ??= new byte[Slots * Longest];
        var first = (int)((ByteHash.Of(value) ^ (uint)domain.Length) % Slots) & ~1;
        if (Holds(first, hash, domain, scope, value))
            return entries[first].Key;
        if (Holds(first + 1, hash, domain, scope, value))
            return entries[first + 1].Key;
        var key = hash.OfUtf8(domain, scope, value);

        // The newer stands first: what was first becomes second.
        entries[first + 1] = entries[first];
        values.AsSpan(first * Longest, Longest).CopyTo(values.AsSpan((first + 1) * Longest));
        value.CopyTo(values.AsSpan(first * Longest));
        entries[first] = new Entry(hash, domain, scope, value.Length, key);
        return key;
    }

    private static bool Holds(int slot, KeyedHash hash, string domain, string scope, ReadOnlySpan<byte> value)
    {
        ref readonly var entry = ref entries![slot];
        return entry.Length == value.Length && ReferenceEquals(entry.Hash, hash)
            && value.SequenceEqual(values.AsSpan(slot * Longest, value.Length))
            && string.Equals(entry.Domain, domain, StringComparison.Ordinal) && string.Equals(entry.Scope, scope, StringComparison.Ordinal);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(KeyedHash Hash, string Domain, string Scope, int Length, Key Key);
}
