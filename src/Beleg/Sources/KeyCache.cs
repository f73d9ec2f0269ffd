using Beleg.Primitives;
using System.Text;

namespace Beleg.Sources;

/// <summary>
/// Identifiers, conversations and message ids come back (a message has four notices, a contact many messages), and an HMAC costs
/// as much as reading half a webhook. A slot holds one value; another with the same slot takes its place, so the cache cannot grow.
/// </summary>
internal static class KeyCache
{
    private const int Slots = 16384;

    [ThreadStatic]
    private static Entry[]? entries;

    /// <summary>The same answer as <see cref="KeyedHash.Of(string, ReadOnlySpan{char}, ReadOnlySpan{char})"/>.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="domain">Domain, a constant.</param>
    /// <param name="scope">Scope.</param>
    /// <param name="value">The value in UTF-8, not escaped.</param>
    public static Key Of(KeyedHash hash, string domain, string scope, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return Key.None;
        entries ??= new Entry[Slots];
        var code = new HashCode();
        code.AddBytes(value);
        ref var entry = ref entries[(uint)(code.ToHashCode() ^ domain.Length) % Slots];
        if (ReferenceEquals(entry.Hash, hash) && value.SequenceEqual(entry.Value)
            && string.Equals(entry.Domain, domain, StringComparison.Ordinal) && string.Equals(entry.Scope, scope, StringComparison.Ordinal))
            return entry.Key;
        var key = Compute(hash, domain, scope, value);
        entry = new Entry { Hash = hash, Domain = domain, Scope = scope, Value = value.ToArray(), Key = key };
        return key;
    }

    private static Key Compute(KeyedHash hash, string domain, string scope, ReadOnlySpan<byte> value)
    {
        Span<char> text = value.Length <= 256 ? stackalloc char[256] : new char[value.Length];
        return hash.Of(domain, scope, text[..Encoding.UTF8.GetChars(value, text)]);
    }

    private struct Entry
    {
        public KeyedHash? Hash;
        public string Domain;
        public string Scope;
        public byte[] Value;
        public Key Key;
    }
}
