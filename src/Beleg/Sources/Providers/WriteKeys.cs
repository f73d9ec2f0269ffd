using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beleg.Sources.Providers;

/// <summary>Compares a presented write key with those of the source, in constant time.</summary>
internal static class WriteKeys
{
    /// <summary>Whether an authorization header holds one of the keys, as basic user or as bearer.</summary>
    public static bool Match(string? authorization, IReadOnlyList<string> keys)
    {
        if (Presented(authorization) is not { } presented)
            return false;
        Span<byte> mine = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> theirs = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented), theirs);
        var match = false;
        foreach (var key in keys)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(key), mine);
            match |= CryptographicOperations.FixedTimeEquals(mine, theirs);
        }

        return match;
    }

    private static string? Presented(string? authorization)
    {
        if (authorization is null)
            return null;
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return authorization["Bearer ".Length..].Trim();
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = authorization["Basic ".Length..].Trim();
        if (encoded.Length > 1024 || !Base64.IsValid(encoded))
            return null;
        var pair = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? pair : pair[..colon];
    }
}
