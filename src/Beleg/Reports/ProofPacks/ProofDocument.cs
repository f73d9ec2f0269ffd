using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>A proof with its seal: what a file, an address and a page hold.</summary>
public sealed record ProofDocument
{
    /// <summary>SHA-256 over the hash before, a line feed and the proof's canonical JSON, lower-case hex; null for a draft.</summary>
    public required string? Hash { get; init; }

    /// <summary>Hash of the proof published before; null for the first.</summary>
    public required string? PreviousHash { get; init; }

    /// <summary>When it was published; null for a draft.</summary>
    public required Instant? PublishedAt { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over the 64 letters of the hash, DER, base64; null for a draft.</summary>
    public string? Signature { get; init; }

    /// <summary>The workspace's key that checks the signature: SubjectPublicKeyInfo, base64; null for a draft.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The proof.</summary>
    public required ProofSnapshot Proof { get; init; }

    /// <summary>The proof's JSON as it was frozen; null for a draft. A later version of this program knows more fields, and must not add them to what was hashed.</summary>
    [JsonIgnore]
    public string? Frozen { get; init; }

    /// <summary>A proof nobody has published yet; it changes with the figures.</summary>
    public static ProofDocument Draft(ProofSnapshot proof) => new() { Hash = null, PreviousHash = null, PublishedAt = null, Proof = proof };

    /// <summary>A draft as large as it will be once it is published, with link, address and seal: what room its words have is measured on it.</summary>
    public static ProofDocument Measured(ProofSnapshot proof)
    {
        const int Digits = 64;
        const string Address = "https://beleg.agency.example";
        var hash = new string('0', Digits);
        return new()
        {
            Hash = hash,
            PreviousHash = hash,
            PublishedAt = Instant.FromUnixTimeTicks(0),
            PublicKey = "AAAA",
            Proof = proof with { Address = Address, Live = new ProofLive($"{Address}/share/{hash[..(Digits / 2)]}", Instant.FromUnixTimeTicks(0)) },
        };
    }

    /// <summary>The document as a file: the proof in it is the one that was hashed, letter for letter apart from its layout.</summary>
    public string ToJson()
    {
        var document = JsonSerializer.SerializeToNode(this, ReportJson.Indented)!;
        if (Frozen is not null)
            document["proof"] = JsonNode.Parse(Frozen);
        return document.ToJsonString(ReportJson.Indented) + "\n";
    }
}
