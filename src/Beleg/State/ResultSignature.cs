using System.Security.Cryptography;
using System.Text;

namespace Beleg.State;

/// <summary>The signature of a published result, for whoever checks it: ECDSA P-256 with SHA-256 over the 64 letters of its hash.</summary>
public static class ResultSignature
{
    /// <summary>Whether a signature over a hash was made with the private half of a key.</summary>
    /// <param name="hash">Lower-case hex.</param>
    /// <param name="signature">DER, base64.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo, base64.</param>
    public static bool IsValid(string hash, string signature, string publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.VerifyData(Encoding.ASCII.GetBytes(hash), Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>A public key in sixteen hex digits, for people to compare: the beginning of its SHA-256.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo, base64.</param>
    /// <exception cref="FormatException">It is no base64.</exception>
    public static string Fingerprint(string publicKey) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(publicKey)))[..16];
}
