using System.Security.Cryptography;
using Beleg.Keys;
using NodaTime;

namespace Beleg.State;

/// <summary>
/// Each workspace's key pair for published results: ECDSA on P-256, SHA-256. The private half is sealed under the workspace's keys and
/// made when the first result is published; the public half goes out with every proof (docs/adr/0021).
/// </summary>
internal sealed class SigningKeys(KeyRing keys, IClock clock)
{
    /// <summary>Signs a text, making the workspace's key pair where it has none.</summary>
    /// <returns>The signature (DER) and the public key (SubjectPublicKeyInfo) it is checked with.</returns>
    public (byte[] Signature, byte[] PublicKey) Sign(StateSession session, string workspace, string text)
    {
        var (publicKey, privateKey) = Find(session, workspace) ?? Make(session, workspace);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        CryptographicOperations.ZeroMemory(privateKey);
        return (key.SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence), publicKey);
    }

    private (byte[] Public, byte[] Private)? Find(StateSession session, string workspace) => session.First<(byte[], byte[])?>(
        "SELECT public_key, private_key_sealed FROM signing_key WHERE workspace = $workspace",
        row => (row.Bytes(0), Convert.FromBase64String(keys.Of(workspace).OpenText(row.Bytes(1), Context(workspace)))),
        ("$workspace", workspace));

    private (byte[] Public, byte[] Private) Make(StateSession session, string workspace)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (publicKey, privateKey) = (key.ExportSubjectPublicKeyInfo(), key.ExportPkcs8PrivateKey());
        session.Execute("INSERT INTO signing_key (workspace, public_key, private_key_sealed, created_at) VALUES ($workspace, $public, $private, $at)",
            ("$workspace", workspace), ("$public", publicKey), ("$private", keys.Of(workspace).SealText(Convert.ToBase64String(privateKey), Context(workspace))), ("$at", clock.GetCurrentInstant()));
        return (publicKey, privateKey);
    }

    private static string Context(string workspace) => $"signing key of {workspace}";
}
