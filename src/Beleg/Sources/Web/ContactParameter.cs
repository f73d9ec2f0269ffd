using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Beleg.Primitives;
using Beleg.Sources.Normalising;
using NodaTime;

namespace Beleg.Sources.Web;

/// <summary>
/// The signed contact that a link for many carries in its address: whose click it is, until when, under the workspace's key and for this
/// one link. It holds the contact's key and no name or number, so the address may be seen by anybody. Pure.
/// </summary>
/// <remarks>
/// base64url of: format (1 byte) · type of identifier (1) · key (8) · end in seconds since 1970 (4) · scope (UTF-8) · HMAC-SHA-256 of
/// the link's code and all that, its first 16 bytes. 40 letters for an e-mail or a phone number.
/// </remarks>
public static class ContactParameter
{
    private const byte Format = 1;
    private const int HeadLength = 14;
    private const int MacLength = 16;
    private const int MaxScope = 128;
    private const string Purpose = "contact of a link";

    /// <summary>Names a person to a link until an instant.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="code">The link; the parameter is good for no other.</param>
    /// <param name="type">What kind of identifier.</param>
    /// <param name="scope">Where it is unique; left out for e-mail and phone.</param>
    /// <param name="value">The identifier in any spelling; a phone number with its country code.</param>
    /// <param name="until">When it ends.</param>
    /// <returns>The parameter's value; null where the value is no such identifier.</returns>
    public static string? Sign(KeyedHash hash, string code, IdentifierType type, string scope, string value, Instant until)
    {
        if (Normalise.Identifier(hash, type, scope, value, null, withValue: false) is not { } identifier || Encoding.UTF8.GetByteCount(identifier.Scope) > MaxScope)
            return null;
        var length = HeadLength + Encoding.UTF8.GetByteCount(identifier.Scope);
        Span<byte> bytes = stackalloc byte[HeadLength + MaxScope + MacLength];
        (bytes[0], bytes[1]) = (Format, (byte)type);
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], identifier.Key.Value);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[10..], (uint)until.ToUnixTimeSeconds());
        Encoding.UTF8.GetBytes(identifier.Scope, bytes[HeadLength..]);
        Mac(hash, code, bytes[..length], bytes.Slice(length, MacLength));
        return Base64Url.EncodeToString(bytes[..(length + MacLength)]);
    }

    /// <summary>Reads what came with a request. The signature is compared in constant time, and before anything else is believed.</summary>
    /// <param name="hash">The workspace's hash.</param>
    /// <param name="code">The link that was asked for.</param>
    /// <param name="values">The parameter as it came: none, one or several.</param>
    /// <param name="now">Now.</param>
    public static SignedContact Read(KeyedHash hash, string code, IReadOnlyList<string?> values, Instant now)
    {
        if (values.Count == 0 || (values.Count == 1 && string.IsNullOrEmpty(values[0])))
            return new SignedContact(ContactClaim.Missing);
        var bytes = new byte[HeadLength + MaxScope + MacLength];
        if (values.Count > 1 || values[0]!.Length > Base64Url.GetEncodedLength(bytes.Length)
            || !Base64Url.IsValid(values[0], out _) || !Base64Url.TryDecodeFromChars(values[0], bytes, out var read) || read < HeadLength + MacLength)
            return new SignedContact(ContactClaim.Tampered);
        var signed = bytes.AsSpan(0, read - MacLength);
        Span<byte> mac = stackalloc byte[MacLength];
        Mac(hash, code, signed, mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes.AsSpan(signed.Length, MacLength)) || signed[0] != Format || !Enum.IsDefined((IdentifierType)signed[1]))
            return new SignedContact(ContactClaim.Tampered);
        if (BinaryPrimitives.ReadUInt32BigEndian(signed[10..]) <= now.ToUnixTimeSeconds())
            return new SignedContact(ContactClaim.Expired);
        return new SignedContact(ContactClaim.Valid)
        {
            Type = (IdentifierType)signed[1],
            Scope = Encoding.UTF8.GetString(signed[HeadLength..]),
            Key = new Key(BinaryPrimitives.ReadInt64BigEndian(signed[2..])),
        };
    }

    private static void Mac(KeyedHash hash, string code, ReadOnlySpan<byte> signed, Span<byte> mac)
    {
        // A code has a fixed length, so that code and contact cannot run into each other.
        Span<byte> data = stackalloc byte[Encoding.UTF8.GetByteCount(code) + signed.Length];
        var at = Encoding.UTF8.GetBytes(code, data);
        signed.CopyTo(data[at..]);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.Sign(Purpose, data, whole);
        whole[..MacLength].CopyTo(mac);
    }
}
