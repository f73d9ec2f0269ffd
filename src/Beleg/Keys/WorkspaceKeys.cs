using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Beleg.Primitives;

namespace Beleg.Keys;

/// <summary>
/// One workspace's secrets: a data key that seals what is stored, and an HMAC key that makes pseudonyms. Thread-safe.
/// </summary>
/// <remarks>
/// Sealed form: format (1 byte) · nonce (12) · tag (16) · ciphertext, AES-256-GCM.
/// </remarks>
public sealed class WorkspaceKeys : IDisposable
{
    /// <summary>How many bytes sealing adds.</summary>
    public const int Overhead = 1 + NonceLength + TagLength;

    internal const int DataKeyLength = 32;
    internal const int HashKeyLength = 32;
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    // TRICKY: a cipher is not thread-safe, and making one costs more than sealing a webhook; so one for each thread.
    private readonly ThreadLocal<Cipher> ciphers;
    private readonly byte[] signing;

    internal WorkspaceKeys(ReadOnlySpan<byte> material)
    {
        var dataKey = material[..DataKeyLength].ToArray();
        ciphers = new ThreadLocal<Cipher>(() => new Cipher(dataKey), trackAllValues: true);
        Hash = new KeyedHash(material.Slice(DataKeyLength, HashKeyLength).ToArray());
        signing = HMACSHA256.HashData(material.Slice(DataKeyLength, HashKeyLength), "beleg: signatures"u8);
    }

    /// <summary>Makes the workspace's pseudonyms.</summary>
    public KeyedHash Hash { get; }

    /// <summary>Signs a text that this workspace will have to recognise as its own: HMAC-SHA256, 32 bytes.</summary>
    public byte[] Sign(string text) => HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(text));

    /// <summary>Seals bytes so that they open only with the same <paramref name="context"/>.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="context">Where it belongs; authenticated, not stored.</param>
    /// <param name="sealedBytes">Takes <paramref name="plain"/>'s length + <see cref="Overhead"/> bytes.</param>
    public void Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context, Span<byte> sealedBytes)
    {
        sealedBytes[0] = Format;
        var nonce = sealedBytes.Slice(1, NonceLength);
        var cipher = ciphers.Value!;
        cipher.NextNonce(nonce);
        cipher.Gcm.Encrypt(nonce, plain, sealedBytes[Overhead..], sealedBytes.Slice(1 + NonceLength, TagLength), context);
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <param name="sealedBytes">The sealed form.</param>
    /// <param name="context">Where it belongs.</param>
    /// <param name="plain">Takes the sealed length − <see cref="Overhead"/> bytes.</param>
    /// <exception cref="CryptographicException">It was altered, moved, or sealed under another key.</exception>
    public void Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context, Span<byte> plain)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Format)
            throw new CryptographicException("Not a sealed value of a known format.");
        ciphers.Value!.Gcm.Decrypt(
            sealedBytes.Slice(1, NonceLength), sealedBytes[Overhead..], sealedBytes.Slice(1 + NonceLength, TagLength), plain, context);
    }

    /// <summary>Seals a text, for a column.</summary>
    public byte[] SealText(string text, string context)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[plain.Length + Overhead];
        Seal(plain, Encoding.UTF8.GetBytes(context), sealedBytes);
        return sealedBytes;
    }

    /// <summary>Opens what <see cref="SealText"/> made.</summary>
    /// <exception cref="CryptographicException">It was altered, moved, or sealed under another key.</exception>
    public string OpenText(ReadOnlySpan<byte> sealedBytes, string context)
    {
        var plain = new byte[Math.Max(0, sealedBytes.Length - Overhead)];
        Open(sealedBytes, Encoding.UTF8.GetBytes(context), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cipher in ciphers.Values)
            cipher.Gcm.Dispose();
        ciphers.Dispose();
        Hash.Dispose();
    }

    /// <summary>
    /// A nonce is 8 bytes drawn for each cipher and a count of 4: drawing 12 for each seal costs as much as sealing does. Two ciphers of
    /// one key draw the same 8 bytes with a chance of 1 in 10^7 after a million of them (thread starts over the life of a workspace).
    /// </summary>
    private sealed class Cipher(byte[] key)
    {
        private readonly byte[] prefix = RandomNumberGenerator.GetBytes(NonceLength - sizeof(uint));
        private uint count;

        public AesGcm Gcm { get; } = new(key, TagLength);

        public void NextNonce(Span<byte> nonce)
        {
            if (count == uint.MaxValue)
            {
                RandomNumberGenerator.Fill(prefix);
                count = 0;
            }

            prefix.CopyTo(nonce);
            BinaryPrimitives.WriteUInt32LittleEndian(nonce[prefix.Length..], count++);
        }
    }
}
