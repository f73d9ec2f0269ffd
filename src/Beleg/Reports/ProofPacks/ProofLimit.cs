using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>What a weakness of the data does to a claim of the proof.</summary>
/// <param name="Metric">The metric of the weakness.</param>
/// <param name="Value">Its value, 0 to 1.</param>
/// <param name="Claim">The claim it limits.</param>
/// <param name="Says">The limit, at length.</param>
/// <param name="Grave">Whether the claim should not be made without it.</param>
public sealed record ProofLimit(string Metric, decimal Value, Words Claim, Words Says, bool Grave);
