using System.Runtime.InteropServices;
using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>
/// The names of people come back with each of their messages, and an HMAC costs as much as reading a webhook. A slot holds one
/// value; another with the same slot takes its place, so the cache cannot grow.
/// </summary>
internal static class KeyCache
{
    private const int Slots = 8192;
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
        var slot = (int)((ByteHash.Of(value) ^ (uint)domain.Length) % Slots);
        ref var entry = ref entries[slot];
        var kept = values.AsSpan(slot * Longest, Longest);
        if (entry.Length == value.Length && ReferenceEquals(entry.Hash, hash) && value.SequenceEqual(kept[..entry.Length])
            && string.Equals(entry.Domain, domain, StringComparison.Ordinal) && string.Equals(entry.Scope, scope, StringComparison.Ordinal))
            return entry.Key;
        var key = hash.OfUtf8(domain, scope, value);
        value.CopyTo(kept);
        entry = new Entry(hash, domain, scope, value.Length, key);
        return key;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(KeyedHash Hash, string Domain, string Scope, int Length, Key Key);
}
