using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>A win or a risk, drafted by a rule from the figures.</summary>
/// <param name="Rule">The rule that wrote it; <c>person</c> where nothing had been drafted.</param>
/// <param name="Metric">The figure it speaks of; null where it is about the whole.</param>
/// <param name="Text">The sentence.</param>
public sealed record ProofPoint(string Rule, string? Metric, Words Text)
{
    /// <summary>What a win means for the business, in one line with its numbers; null for a risk.</summary>
    public Words? Business { get; init; }
}
