namespace Beleg.Metrics;

/// <summary>A metric's figures in one period: the total and, where it is cut or split, its rows.</summary>
/// <param name="Total">The whole period, all groups.</param>
/// <param name="Rows">By piece and group.</param>
internal sealed record FigureTable(Figure Total, IReadOnlyDictionary<GroupKey, Figure> Rows)
{
    /// <summary>No value, whatever is asked.</summary>
    public static FigureTable Empty { get; } = new(new Figure(), new Dictionary<GroupKey, Figure>());
}
