namespace Beleg.Metrics;

/// <summary>One aggregate over one fact: the only thing a metric is made of that reaches the warehouse.</summary>
/// <param name="Fact">The fact it scans, by name in <see cref="FactScans"/>.</param>
/// <param name="Time">The day column that places a row in a period.</param>
/// <param name="Where">Conditions that all hold.</param>
/// <param name="Aggregate">What is done with the rows.</param>
/// <param name="Of">The expression it is done to; none for a count.</param>
/// <param name="Rank">For a quantile, from 0 to 1.</param>
internal sealed record Measure(string Fact, string Time, IReadOnlyList<string> Where, Aggregate Aggregate, string? Of = null, decimal Rank = 0)
{
    /// <summary>Whether the measure of a whole is the sum of the measures of its parts.</summary>
    public bool Additive => Aggregate is Aggregate.Count or Aggregate.Sum;
}
