using NodaTime;

namespace Beleg.Reports;

/// <summary>A proof with its seal: what a file, an address and a page hold.</summary>
public sealed record ProofDocument
{
    /// <summary>SHA-256 over the hash before, a line feed and the proof's canonical JSON, lower-case hex; null for a draft.</summary>
    public required string? Hash { get; init; }

    /// <summary>Hash of the proof published before; null for the first.</summary>
    public required string? PreviousHash { get; init; }

    /// <summary>When it was published; null for a draft.</summary>
    public required Instant? PublishedAt { get; init; }

    /// <summary>The proof.</summary>
    public required ProofSnapshot Proof { get; init; }

    /// <summary>A proof nobody has published yet; it changes with the figures.</summary>
    public static ProofDocument Draft(ProofSnapshot proof) => new() { Hash = null, PreviousHash = null, PublishedAt = null, Proof = proof };
}
