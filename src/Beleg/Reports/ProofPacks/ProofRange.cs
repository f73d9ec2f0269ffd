namespace Beleg.Reports.ProofPacks;

/// <summary>Two ends in the unit of their figure.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ProofRange(decimal Low, decimal High);
