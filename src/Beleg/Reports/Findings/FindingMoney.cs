using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>What a finding is estimated to cost in the period, in major units; never a promise.</summary>
/// <param name="Low">With every number at its cautious end.</param>
/// <param name="Base">As expected.</param>
/// <param name="High">At the optimistic end.</param>
/// <param name="How">The sum, with its numbers and assumptions.</param>
/// <param name="Unset">Whether it rests on an assumption nobody has set.</param>
public sealed record FindingMoney(decimal Low, decimal Base, decimal High, Words How, bool Unset);
