using Beleg.Metrics;

namespace Beleg.Reports;

/// <summary>A win or a risk, drafted by a rule from the figures.</summary>
/// <param name="Rule">The rule that wrote it.</param>
/// <param name="Metric">The figure it speaks of; null where it is about the whole.</param>
/// <param name="Text">The sentence.</param>
public sealed record ProofPoint(string Rule, string? Metric, Words Text);
