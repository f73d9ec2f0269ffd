using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beleg.State;

/// <summary>PBKDF2-HMAC-SHA-256, written as <c>pbkdf2-sha256$ITERATIONS$SALT$HASH</c>.</summary>
internal static class Passwords
{
    /// <summary>OWASP's Password Storage Cheat Sheet, for PBKDF2-HMAC-SHA256.</summary>
    public const int Iterations = 600_000;

    private const string Scheme = "pbkdf2-sha256";
    private const int SaltLength = 16;
    private const int HashLength = 32;

    /// <summary>Of no password: checked against where a name is unknown, so that the answer takes as long.</summary>
    public static string OfNobody { get; } = Write(Iterations, new byte[SaltLength], new byte[HashLength]);

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return Write(Iterations, salt, Derive(password, salt, Iterations));
    }

    public static bool Matches(string password, string hash) =>
        hash.Split('$') is [Scheme, var iterations, var salt, var expected]
        && CryptographicOperations.FixedTimeEquals(
            Derive(password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture)),
            Convert.FromBase64String(expected));

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, iterations, HashAlgorithmName.SHA256, HashLength);

    private static string Write(int iterations, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
}
