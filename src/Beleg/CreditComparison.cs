using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;

namespace Beleg;

/// <summary>
/// Folds histories in memory as they are and credits their orders again under other windows or half-lives: the same fold and the same
/// crediting that a change of settings would run, and nothing is written. One instance per thread.
/// </summary>
internal sealed class CreditComparison(IReadOnlySet<Key> quarantined, FoldSettings now, FoldSettings then, Action<FactBatch, FactBatch> take)
{
    private const int RowsPerLot = 8_192;

    private readonly HistoryFold fold = new(quarantined, now);
    private readonly OrderCrediting crediting = new(then);
    private FactBatch before = new();
    private FactBatch after = new();

    /// <summary>Takes one history.</summary>
    public CreditComparison Take(ReadOnlySpan<byte> packed)
    {
        fold.Into(packed, before);
        fold.CreditAgain(then, crediting, after);
        if (before.Messages.Count + before.Credits.Count + before.Contacts.Count >= RowsPerLot)
            Finish();
        return this;
    }

    /// <summary>Hands on what has come together.</summary>
    public void Finish()
    {
        take(before, after);
        (before, after) = (new FactBatch(), new FactBatch());
    }
}
