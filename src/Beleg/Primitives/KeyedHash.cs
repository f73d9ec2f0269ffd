using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Beleg.Primitives;

/// <summary>Makes <see cref="Key"/>s under one workspace's HMAC key. Thread-safe.</summary>
public sealed class KeyedHash : IDisposable
{
    private const int InlineBytes = 512;
    private const byte Separator = 0x1f;

    // What people are called by. A bare hash of these is reversed in seconds, so they get the full HMAC; all else (messages, orders,
    // runs) gets a keyed function made for short inputs, which translating would otherwise mostly wait for (docs/adr/0005).
    private static readonly FrozenSet<string> People =
        FrozenSet.ToFrozenSet(["customer_id", "email", "phone", "whatsapp_user_id", "scoped_id", "handle", "anonymous_id", "crm_id", "contact", ErasedValue.TokenDomain], StringComparer.Ordinal);

    private readonly SipHash things;

    // One for each thread, since it is not thread-safe; kept, since taking in the key anew costs more than the hash (1,230 against 550 ns).
    private readonly ThreadLocal<IncrementalHash> hmacs;
    private readonly KeyWitness? witness;

    /// <param name="secret">32 random bytes that belong to one workspace.</param>
    public KeyedHash(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 32);
        var own = secret.ToArray();
        Span<byte> derived = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(own, "beleg: keys of things"u8, derived);
        things = SipHash.Under(derived[..16]);
        hmacs = new ThreadLocal<IncrementalHash>(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, own), trackAllValues: true);
    }

    private KeyedHash(KeyedHash of, KeyWitness witness) => (things, hmacs, this.witness) = (of.things, of.hmacs, witness);

    /// <summary>
    /// The key of a value within a domain and a scope ("message", "whatsapp|1122334455667", "wamid.x"). An empty value has no key.
    /// The length of the scope is hashed too, so that ("ab", "c") and ("a", "bc") differ whatever characters they hold.
    /// </summary>
    /// <param name="domain">A constant of the program.</param>
    /// <param name="scope">Where the value is unique; may be empty.</param>
    /// <param name="value">The value, already normalised.</param>
    public Key Of(string domain, ReadOnlySpan<char> scope, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return Key.None;

        // An erased person's value left the key it had.
        if (value[0] == ErasedValue.Prefix[0] && ErasedValue.TryRead(this, domain, scope, value, out var kept, out _))
            return kept;
        var key = Compute(domain, scope, value);
        witness?.Invoke(domain, scope.ToString(), value.ToString(), key);
        return key;
    }

    /// <summary>The key of a value that needs no scope.</summary>
    public Key Of(string domain, ReadOnlySpan<char> value) => Of(domain, default, value);

    /// <summary>The same hash, which tells what it hashes; usable as long as this one is.</summary>
    internal KeyedHash Witnessed(KeyWitness by) => new(this, by);

    /// <summary>The key of a text as it stands, whatever it says.</summary>
    [SkipLocalsInit]
    internal Key Compute(string domain, ReadOnlySpan<char> scope, ReadOnlySpan<char> value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(domain.Length + scope.Length + value.Length) + 1 + sizeof(int);
        var buffer = most <= InlineBytes ? stackalloc byte[InlineBytes] : new byte[most];
        var length = Encoding.UTF8.GetBytes(domain, buffer);
        buffer[length++] = Separator;
        var scopeLength = Encoding.UTF8.GetBytes(scope, buffer[length..]);
        length += scopeLength;
        length += Encoding.UTF8.GetBytes(value, buffer[length..]);
        BinaryPrimitives.WriteInt32LittleEndian(buffer[length..], scopeLength);
        return Of(domain, buffer[..(length + sizeof(int))]);
    }

    /// <summary>The same key of a value that is at hand in UTF-8.</summary>
    /// <param name="domain">A constant of the program.</param>
    /// <param name="scope">Where the value is unique; may be empty.</param>
    /// <param name="value">The value, already normalised.</param>
    [SkipLocalsInit]
    public Key OfUtf8(string domain, ReadOnlySpan<char> scope, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return Key.None;
        if (value.StartsWith("erased:"u8) && ErasedValue.TryRead(this, domain, scope, Encoding.UTF8.GetString(value), out var kept, out _))
            return kept;
        var most = Encoding.UTF8.GetMaxByteCount(domain.Length + scope.Length) + value.Length + 1 + sizeof(int);
        var buffer = most <= InlineBytes ? stackalloc byte[InlineBytes] : new byte[most];
        var length = Encoding.UTF8.GetBytes(domain, buffer);
        buffer[length++] = Separator;
        var scopeLength = Encoding.UTF8.GetBytes(scope, buffer[length..]);
        length += scopeLength;
        value.CopyTo(buffer[length..]);
        length += value.Length;
        BinaryPrimitives.WriteInt32LittleEndian(buffer[length..], scopeLength);
        var key = Of(domain, buffer[..(length + sizeof(int))]);
        witness?.Invoke(domain, scope.ToString(), Encoding.UTF8.GetString(value), key);
        return key;
    }

    /// <summary>Signs bytes, so that only who holds the workspace's key can have made them: the full HMAC-SHA-256.</summary>
    /// <param name="purpose">A constant of the program; a signature for one purpose is none for another.</param>
    /// <param name="data">What is signed.</param>
    /// <param name="signature">Takes 32 bytes.</param>
    public void Sign(string purpose, ReadOnlySpan<byte> data, Span<byte> signature)
    {
        // "signature" is no domain of keys, so no key can pass for a signature.
        Span<byte> head = stackalloc byte[InlineBytes];
        var length = Encoding.UTF8.GetBytes("signature", head);
        head[length++] = Separator;
        length += Encoding.UTF8.GetBytes(purpose, head[length..]);
        head[length++] = Separator;
        var hmac = hmacs.Value!;
        hmac.AppendData(head[..length]);
        hmac.AppendData(data);
        hmac.GetHashAndReset(signature);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (witness is not null)
            return;
        foreach (var hmac in hmacs.Values)
            hmac.Dispose();
        hmacs.Dispose();
    }

    private Key Of(string domain, ReadOnlySpan<byte> bytes)
    {
        if (!People.Contains(domain))
        {
            var short64 = (long)things.Of(bytes);
            return new Key(short64 == 0 ? 1 : short64);
        }

        var hmac = hmacs.Value!;
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.AppendData(bytes);
        hmac.GetHashAndReset(mac);
        var bits = BinaryPrimitives.ReadInt64LittleEndian(mac);
        return new Key(bits == 0 ? 1 : bits);
    }
}
