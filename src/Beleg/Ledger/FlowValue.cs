using Beleg.Primitives;

namespace Beleg.Ledger;

/// <summary>What one flow is worth in one scenario, to the minor unit.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="DeflectedContacts">Contacts that a person would have had, above the baseline.</param>
/// <param name="AvoidedSupportCost">What those would have cost; 0 where the hours are counted instead.</param>
/// <param name="TimeSavedValue">What the saved hours would have cost; 0 where the contacts are counted instead.</param>
/// <param name="RevenueValue">The margin on its revenue.</param>
public sealed record FlowValue(string? Flow, decimal DeflectedContacts, Money AvoidedSupportCost, Money TimeSavedValue, Money RevenueValue)
{
    /// <summary>All of it.</summary>
    public Money Generated => AvoidedSupportCost + TimeSavedValue + RevenueValue;

    /// <summary>Its value over the cost of the whole programme: from 1 on this flow pays for all of it. Null where there is no cost.</summary>
    public decimal? ProgrammeCoverage(Money programmeCost) => programmeCost.IsZero ? null : (decimal)Generated.Minor / programmeCost.Minor;
}
