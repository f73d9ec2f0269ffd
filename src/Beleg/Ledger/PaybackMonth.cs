namespace Beleg.Ledger;

/// <summary>What came in and went out in one month of a programme, in minor units.</summary>
/// <param name="ValueMinor">Value generated.</param>
/// <param name="RunningCostMinor">Costs that come back.</param>
/// <param name="OneOffCostMinor">One-off costs, whole; they count from the month's first day.</param>
public readonly record struct PaybackMonth(long ValueMinor, long RunningCostMinor, long OneOffCostMinor = 0);
