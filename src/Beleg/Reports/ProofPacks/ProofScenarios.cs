namespace Beleg.Reports.ProofPacks;

/// <summary>A financial figure, thrice. Null where the assumptions give none.</summary>
/// <param name="Low">On cautious assumptions.</param>
/// <param name="Base">On expected ones.</param>
/// <param name="High">On optimistic ones.</param>
public sealed record ProofScenarios(decimal? Low, decimal? Base, decimal? High);
