using System.Globalization;

namespace Beleg.Tests.Metrics;

/// <summary>A handful of facts, and what a metric must come to by hand.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Says">What the case is about, as a sentence.</param>
/// <param name="Tell">Tells the story.</param>
/// <param name="Value">The value; empty for none.</param>
/// <param name="Fraction">Numerator and denominator as <c>2/5</c>; null where the case does not look.</param>
/// <param name="Query">The request's other words.</param>
public sealed record WorkedCase(string Metric, string Says, object Tell, string Value, string? Fraction = null, string Query = "month=2026-09")
{
    internal static WorkedCase Of(string metric, string says, Action<Story> tell, string value, string? fraction = null, string query = "month=2026-09") =>
        new(metric, says, tell, value, fraction, query);

    internal decimal? Number => Value.Length == 0 ? null : decimal.Parse(Value, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{Metric}: {Says}";
}
