using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beleg.State;

/// <summary>Random secrets that are shown once and kept as a hash.</summary>
internal static class Tokens
{
    // 256 bits: nobody guesses one, so a plain hash keeps it as well as a slow one.
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
