using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Ledger;

/// <summary>One line of the cost ledger.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Recurrence">Once, monthly, or for stated days.</param>
/// <param name="From">The first day it is for.</param>
/// <param name="To">The day after the last; null is open for a monthly cost and one day for stated days.</param>
/// <param name="Minor">What it costs once, a month, or for the stated days, in minor units of the workspace's currency.</param>
/// <param name="Flow">The flow it belongs to; null is the whole programme.</param>
/// <param name="Human">Whether it pays for people who answer, which is no cost of the programme.</param>
public sealed record CostLine(string Id, CostRecurrence Recurrence, LocalDate From, LocalDate? To, long Minor, string? Flow = null, bool Human = false)
{
    /// <summary>A line from its fact; null where its exchange rate is missing, which is a gap to be shown and never a cost of 0.</summary>
    public static CostLine? Of(CostFact fact) => fact.AmountMinor is { } minor
        ? new CostLine(fact.CostId, fact.Recurrence, fact.FromDay, fact.ToDay, minor, fact.FlowId, fact.Human)
        : null;

    /// <summary>What seats cost: their number times the price of one, rounded half to even.</summary>
    public static Money Seats(int seats, decimal priceOfOne, Currency currency) => Money.FromMajor(seats * priceOfOne, currency);

    /// <summary>What work cost: hours times the rate, rounded half to even.</summary>
    public static Money Work(decimal hours, decimal rate, Currency currency) => Money.FromMajor(hours * rate, currency);
}
