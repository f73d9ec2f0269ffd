namespace Beleg.Metrics;

/// <summary>Two measures are one where they would be the same column.</summary>
internal sealed class MeasureComparer : IEqualityComparer<Measure>
{
    public static MeasureComparer Instance { get; } = new();

    public bool Equals(Measure? left, Measure? right) =>
        left is not null && right is not null && Text(left) == Text(right);

    public int GetHashCode(Measure measure) => Text(measure).GetHashCode(StringComparison.Ordinal);

    /// <summary>The measure in one line.</summary>
    public static string Text(Measure measure) =>
        $"{measure.Fact}.{measure.Time} {measure.Aggregate}({measure.Of}){measure.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture)} where {string.Join(" and ", measure.Where.Order(StringComparer.Ordinal))}";
}
