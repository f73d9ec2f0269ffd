namespace Beleg.Reports.ProofPacks;

/// <summary>What the time ahead is worth where the scope stays as it is: net value on cautious assumptions, by the forecast that did best on its own past.</summary>
/// <param name="Months">Whole months ahead; null where the past is too short for one.</param>
/// <param name="Days">Days ahead.</param>
/// <param name="Value">What is expected, in major units.</param>
/// <param name="Low80">Lower end of the 80 % interval.</param>
/// <param name="High80">Upper end.</param>
/// <param name="Low95">Lower end of the 95 % interval.</param>
/// <param name="High95">Upper end.</param>
/// <param name="Method">The forecast's method.</param>
public sealed record ProofOutlook(int? Months, int Days, decimal Value, decimal Low80, decimal High80, decimal Low95, decimal High95, string Method);
