using Beleg.Metrics;

namespace Beleg.Reports.Quality;

/// <summary>What a weakness of the data does to a claim: how far it may be made, in words.</summary>
/// <param name="Metric">The metric of the weakness, by id; <c>source</c> for a source that fell silent.</param>
/// <param name="Claim">The claim it limits.</param>
/// <param name="Says">The limit.</param>
/// <param name="Grave">Whether the claim should not be made without the sentence.</param>
public sealed record ClaimLimit(string Metric, Words Claim, Words Says, bool Grave);
