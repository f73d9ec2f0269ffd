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
    private string? text;
    private int? hash;
    private bool? moves;

    // TRICKY: a changed copy must not keep what was derived of the original.
    private Measure(Measure of) =>
        (Fact, Time, Where, Aggregate, Of, Rank) = (of.Fact, of.Time, of.Where, of.Aggregate, of.Of, of.Rank);

    /// <summary>Whether the measure of a whole is the sum of the measures of its parts.</summary>
    public bool Additive => Aggregate is Aggregate.Count or Aggregate.Sum;

    /// <summary>Whether it changes as time passes, the facts staying as they are.</summary>
    public bool Moves => moves ??= Placeholders.Moves(this);

    /// <summary>Two are one where they would be the same column.</summary>
    public bool Equals(Measure? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode() && Text == other.Text);

    public override int GetHashCode() => hash ??= Text.GetHashCode(StringComparison.Ordinal);

    // In one line. An answer looks up some thousand values by their measures, so it is written once.
    private string Text => text ??=
        $"{Fact}.{Time} {Aggregate}({Of}){Rank.ToString(System.Globalization.CultureInfo.InvariantCulture)} where {string.Join(" and ", Where.Order(StringComparer.Ordinal))}";
}
