using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Beleg.Primitives;

/// <summary>Makes <see cref="Key"/>s under one workspace's HMAC key. Thread-safe.</summary>
public sealed class KeyedHash
{
    private const int InlineBytes = 512;
    private readonly byte[] secret;

    /// <param name="secret">32 random bytes that belong to one workspace.</param>
    public KeyedHash(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 32);
        this.secret = secret;
    }

    /// <summary>
    /// The key of a value within a domain and a scope ("message", "whatsapp|1122334455667", "wamid.x"). An empty value has no key.
    /// The three parts are joined by a unit separator, so ("ab", "c") and ("a", "bc") differ.
    /// </summary>
    public Key Of(string domain, ReadOnlySpan<char> scope, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return Key.None;
        var most = Encoding.UTF8.GetMaxByteCount(domain.Length + scope.Length + value.Length) + 2;
        var buffer = most <= InlineBytes ? stackalloc byte[InlineBytes] : new byte[most];
        var length = Encoding.UTF8.GetBytes(domain, buffer);
        buffer[length++] = 0x1f;
        length += Encoding.UTF8.GetBytes(scope, buffer[length..]);
        buffer[length++] = 0x1f;
        length += Encoding.UTF8.GetBytes(value, buffer[length..]);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, buffer[..length], mac);
        var bits = BinaryPrimitives.ReadInt64LittleEndian(mac);
        return new Key(bits == 0 ? 1 : bits);
    }

    /// <summary>The key of a value that needs no scope.</summary>
    public Key Of(string domain, ReadOnlySpan<char> value) => Of(domain, default, value);
}
