using NodaTime;

namespace Beleg.Ledger;

/// <summary>One version of a number that somebody answers for, as it holds on a day.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Value">What is expected.</param>
/// <param name="Low">The cautious end: the one that gives the smaller benefit.</param>
/// <param name="High">The optimistic end.</param>
/// <param name="Unit">What it counts; money is in major units of the workspace's currency.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Approver">Who in Finance agreed; null until somebody did.</param>
/// <param name="ValidFrom">First day it holds; null for a default.</param>
/// <param name="Version">From 1; 0 is the product's default.</param>
public sealed record Assumption(
    string Id, decimal Value, decimal Low, decimal High, string Unit, string? Basis, string? Owner, string? Approver, LocalDate? ValidFrom, int Version)
{
    /// <summary>Whether nobody has set it, so that the product's cautious default stands in; shown wherever the number works.</summary>
    public bool IsUnset => Version == 0;

    /// <summary>The value of a scenario.</summary>
    public decimal In(Scenario scenario) => scenario switch
    {
        Scenario.Low => Low,
        Scenario.High => High,
        _ => Value,
    };
}
