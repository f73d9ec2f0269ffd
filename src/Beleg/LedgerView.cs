using Beleg.Model;
using Beleg.Model.Histories;

namespace Beleg;

/// <summary>The folded ledger of a workspace: its rows, and the settings with the exchange rates it brought.</summary>
internal sealed record LedgerView(FactBatch Facts, FoldSettings Settings)
{
    /// <summary>Reads the ledger from the histories.</summary>
    public static LedgerView Read(HistoryStore histories, FoldSettings settings) =>
        Of(histories.Load(histories.ClusterOf(Routing.Ledger) ?? 0), settings);

    /// <summary>Folds a ledger's history.</summary>
    public static LedgerView Of(History history, FoldSettings settings)
    {
        var events = PackedEvents.ReadAll(history.Packed);
        var withRates = settings with { Rates = LedgerFold.Rates(events) };
        var facts = new FactBatch();
        LedgerFold.Fold(events, withRates, facts);
        return new LedgerView(facts, withRates);
    }
}
