using Beleg.Ledger;
using Beleg.Primitives;

namespace Beleg.Metrics.Calculations;

/// <summary>What a flow is worth in some days, divided among its cells; the parts add up to the flow to the minor unit.</summary>
/// <param name="Flow">The flow's worth.</param>
/// <param name="Cells">What its cells did; none where hours alone were saved.</param>
/// <param name="Baseline">Share of conversations that would be contained anyway.</param>
/// <param name="Margin">What stays of revenue.</param>
internal sealed record CellShares(FlowValue Flow, IReadOnlyList<CellOutcome> Cells, decimal Baseline, decimal Margin)
{
    /// <summary>The parts.</summary>
    public IEnumerable<(ProgrammeCell Cell, FlowValue Value)> Parts()
    {
        if (Cells.Count < 2)
            return [(Cells.Count == 1 ? Cells[0].Cell : new ProgrammeCell(Flow.Flow), Flow)];
        decimal[] rises = [.. Cells.Select(cell => Math.Max(0, cell.Verified - Baseline * cell.Automated))];
        var contacts = Apportion.Fractions(rises);
        var avoided = Apportion.Split(Flow.AvoidedSupportCost.Minor, rises);
        var hours = Apportion.Split(Flow.TimeSavedValue.Minor, [.. Cells.Select(cell => (decimal)cell.Automated)]);
        // A refund can leave one cell below zero while the flow is above: shares of a sum would not do, each has the margin of its own.
        var revenue = Apportion.Round(Flow.RevenueValue.Minor, [.. Cells.Select(cell => cell.RevenueMinor * Margin)]);
        return Cells.Select((cell, i) => (cell.Cell, new FlowValue(
            Flow.Flow, Flow.DeflectedContacts * contacts[i], Amount(avoided[i]), Amount(hours[i]), Amount(revenue[i]))));
    }

    private Money Amount(long minor) => new(minor, Flow.RevenueValue.Currency);
}
