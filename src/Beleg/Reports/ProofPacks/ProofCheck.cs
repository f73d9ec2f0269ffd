using Beleg.State;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>What anybody who has a proof's hash may know of it: that it was published, when, and whether it still stands. No figure of it.</summary>
public sealed record ProofCheck
{
    /// <summary>Its hash, all of it.</summary>
    public required string Hash { get; init; }

    /// <summary>Whose proof it is.</summary>
    public required string Brand { get; init; }

    /// <summary>Its month.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was published.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>Hash of the proof before; null for the first.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>Whether what is kept gives this hash, its signature is the workspace's, and the chain up to it is whole.</summary>
    public required bool IsIntact { get; init; }

    /// <summary>Fingerprint of the key that signed it; null where it was published before proofs were signed.</summary>
    public string? KeyFingerprint { get; init; }

    /// <summary>The key itself: SubjectPublicKeyInfo, base64.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The signature: ECDSA P-256 over the hash's letters, DER, base64.</summary>
    public string? Signature { get; init; }

    /// <summary>Hash of the latest proof of the month, where that is another: it says what it restates. Null where this one stands.</summary>
    public string? RestatedBy { get; init; }

    /// <summary>What is known of a hash, or of its first 16 digits and more; null where no proof has it.</summary>
    public static ProofCheck? Of(Snapshots snapshots, string hash)
    {
        if (snapshots.FindByHash(hash.Trim().ToLowerInvariant()) is not { Kind: ProofShelf.Kind } frozen)
            return null;
        var document = ProofShelf.Read(frozen);
        var latest = snapshots.Latest(frozen.Workspace, frozen.Kind, frozen.Month)!;
        return new ProofCheck
        {
            Hash = frozen.Hash,
            Brand = document.Proof.Brand,
            Month = document.Proof.Month,
            Revision = document.Proof.Revision,
            PublishedAt = frozen.CreatedAt,
            PreviousHash = frozen.PreviousHash,
            IsIntact = snapshots.Verify(frozen.Workspace).Count == 0,
            KeyFingerprint = frozen.PublicKey is { } key ? ResultSignature.Fingerprint(key) : null,
            PublicKey = frozen.PublicKey,
            Signature = frozen.Signature,
            RestatedBy = latest.Hash == frozen.Hash ? null : latest.Hash,
        };
    }
}
