using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beleg.State;

namespace Beleg.Reports.ProofPacks;

/// <summary>The seal of a proof: whoever has the file can verify it without this program.</summary>
public static class ProofHash
{
    /// <summary>The proof in its one spelling: what is hashed and kept.</summary>
    public static string Canonical(ProofSnapshot proof) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(JsonSerializer.SerializeToElement(proof, ReportJson.Compact)));

    /// <summary>SHA-256 over the previous hash (nothing for the first), a line feed and the canonical JSON, all UTF-8, in lower-case hex.</summary>
    public static string Of(string? previousHash, string canonical) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previousHash}\n{canonical}")));

    /// <summary>
    /// Whether a document is what was published: its hash follows from its content and from the hash before, and its signature, where it
    /// has one, is over that hash. Whose key it is, the server that published it says.
    /// </summary>
    /// <param name="json">The document's file, in any layout.</param>
    public static bool Verify(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("proof", out var proof) && root.TryGetProperty("hash", out var hash) && hash.ValueKind == JsonValueKind.String
                && hash.GetString() is { } claimed && claimed == Of(Text(root, "previous_hash"), Encoding.UTF8.GetString(CanonicalJson.Write(proof)))
                && IsSigned(root, claimed);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The hash that a document says it has; null where it is no such document.</summary>
    public static string? HashIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Text(document.RootElement, "hash") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A proof of before proofs were signed has neither; one without the other was tampered with.
    private static bool IsSigned(JsonElement root, string hash) => (Text(root, "signature"), Text(root, "public_key")) switch
    {
        (null, null) => true,
        ({ } signature, { } key) => ResultSignature.IsValid(hash, signature, key),
        _ => false,
    };

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
