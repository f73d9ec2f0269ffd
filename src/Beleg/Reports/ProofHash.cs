using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Beleg.Reports;

/// <summary>The seal of a proof: whoever has the file can verify it without this program.</summary>
public static class ProofHash
{
    /// <summary>The proof in its one spelling: what is hashed and kept.</summary>
    public static string Canonical(ProofSnapshot proof) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(JsonSerializer.SerializeToElement(proof, ReportJson.Compact)));

    /// <summary>SHA-256 over the previous hash (nothing for the first), a line feed and the canonical JSON, all UTF-8, in lower-case hex.</summary>
    public static string Of(string? previousHash, string canonical) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previousHash}\n{canonical}")));

    /// <summary>Whether a document is what was published: its hash follows from its content and from the hash before.</summary>
    /// <param name="json">The document's file, in any layout.</param>
    public static bool Verify(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("proof", out var proof) && root.TryGetProperty("hash", out var hash) && hash.ValueKind == JsonValueKind.String
                && hash.GetString() == Of(Text(root, "previous_hash"), Encoding.UTF8.GetString(CanonicalJson.Write(proof)));
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
