using System.Text.Json;
using Beleg.State;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Reports.ProofPacks;

/// <summary>The published proofs of one workspace. What stands here never changes; a later one of the same month says what it restates.</summary>
public sealed class ProofShelf(Snapshots snapshots, string workspace)
{
    /// <summary>Under which reports of this kind are kept.</summary>
    public const string Kind = "proof-pack";

    /// <summary>The latest proof of a month; null where none was published.</summary>
    public ProofDocument? Find(YearMonth month) => snapshots.Latest(workspace, Kind, Name(month)) is { } found ? Read(found) : null;

    /// <summary>All of a month, oldest first.</summary>
    public IReadOnlyList<ProofDocument> History(YearMonth month) => [.. snapshots.History(workspace, Kind, Name(month)).Select(Read)];

    /// <summary>The proof with a hash, as somebody holds it in hand; null where the workspace published none such.</summary>
    public ProofDocument? Find(string hash) => snapshots.Find(workspace, hash) is { Kind: Kind } found ? Read(found) : null;

    /// <summary>What a draft of a month has to be compared with: the latest of the month before and of the month itself.</summary>
    public IReadOnlyList<ProofSnapshot> Before(YearMonth month) => [.. new[] { Find(month.PlusMonths(-1)), Find(month) }.OfType<ProofDocument>().Select(d => d.Proof)];

    /// <summary>Publishes a draft. One that shows nothing new is not published again: the one that stands is returned.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="finish">Adds what only a published proof has (its live link, its address); asked only where it is published.</param>
    public ProofDocument Publish(ProofSnapshot draft, Func<ProofSnapshot, ProofSnapshot>? finish = null) =>
        Find(draft.Month) is { } stands && ProofHash.Canonical(AsRevision(draft, stands.Proof)) == ProofHash.Canonical(stands.Proof)
            ? stands
            : Read(snapshots.Publish(workspace, Kind, Name(draft.Month), ProofHash.Canonical(finish?.Invoke(draft) ?? draft)));

    private static ProofSnapshot AsRevision(ProofSnapshot draft, ProofSnapshot of) =>
        draft with { Revision = of.Revision, Restated = of.Restated, Live = of.Live, Address = of.Address, Software = of.Software, CutOff = of.CutOff };

    /// <summary>A published proof as it was kept.</summary>
    public static ProofDocument Read(FrozenSnapshot frozen) => new()
    {
        Hash = frozen.Hash,
        PreviousHash = frozen.PreviousHash,
        PublishedAt = frozen.CreatedAt,
        Signature = frozen.Signature,
        PublicKey = frozen.PublicKey,
        Frozen = frozen.Json,
        Proof = JsonSerializer.Deserialize<ProofSnapshot>(frozen.Json, ReportJson.Compact) ?? throw new InvalidOperationException("A published proof is empty."),
    };

    private static string Name(YearMonth month) => YearMonthPattern.Iso.Format(month);
}
