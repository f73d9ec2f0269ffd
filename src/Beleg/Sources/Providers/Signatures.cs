using System.Security.Cryptography;
using System.Text;

namespace Beleg.Sources.Providers;

/// <summary>Checks HMAC-SHA256 signatures over a body's exact bytes, in constant time; during a rotation any of the secrets may have signed.</summary>
internal static class Signatures
{
    /// <summary>Whether a signature in hex, with or without the prefix "sha256=", is that of one of the secrets.</summary>
    public static bool MatchHex(string? signature, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets)
    {
        var text = signature.AsSpan().Trim();
        if (text.StartsWith("sha256=", StringComparison.OrdinalIgnoreCase))
            text = text["sha256=".Length..];
        Span<byte> presented = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return text.Length == HMACSHA256.HashSizeInBytes * 2
            && Convert.FromHexString(text, presented, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == presented.Length
            && Match(presented, body, secrets);
    }

    /// <summary>Whether a signature in base64 is that of one of the secrets.</summary>
    public static bool MatchBase64(string? signature, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets)
    {
        Span<byte> presented = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature is { Length: 44 }
            && Convert.TryFromBase64String(signature, presented, out var written)
            && written == presented.Length
            && Match(presented, body, secrets);
    }

    private static bool Match(ReadOnlySpan<byte> presented, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var match = false;
        foreach (var secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
            match |= CryptographicOperations.FixedTimeEquals(presented, expected);
        }

        return match;
    }
}
