namespace Beleg.Metrics;

/// <summary>One column of a scan: what several measures may come to.</summary>
/// <param name="Aggregate">What is done.</param>
/// <param name="Of">The expression it is done to; empty for a count.</param>
/// <param name="Ranks">For ranks, all that are asked of the expression.</param>
/// <param name="Where">Which rows; all where null.</param>
internal sealed record ScanColumn(Aggregate Aggregate, string Of, IReadOnlyList<decimal> Ranks, string? Where)
{
    /// <summary>Whether a scan counts different values of one expression more than once, and nothing that must see all rows at once.</summary>
    public static bool AreOfOneThing(IReadOnlyList<ScanColumn> columns) =>
        columns.Count(c => c.Aggregate == Aggregate.Distinct) > 1
        && columns.Where(c => c.Aggregate == Aggregate.Distinct).DistinctBy(c => c.Of).Count() == 1
        && columns.All(c => c.Aggregate != Aggregate.Quantile);

    /// <summary>Whether it needs a column of its own for each thing; that a thing is there at all, its row tells.</summary>
    public bool IsInner => Aggregate != Aggregate.Distinct || Where is not null;

    /// <summary>Over the rows of the fact.</summary>
    public string Once(Dialect dialect) => dialect.Over(
        Aggregate switch
        {
            Aggregate.Count => "count(*)",
            Aggregate.Sum => $"sum({Of})",
            Aggregate.Distinct => $"count(DISTINCT {Of})",
            _ => dialect.Quantiles(Of, Ranks),
        },
        Where);

    /// <summary>Over the rows of one thing.</summary>
    public string Inner(Dialect dialect) => Aggregate == Aggregate.Distinct ? $"bool_or({Where})" : Once(dialect);

    /// <summary>Over the things, from their columns.</summary>
    public string Outer(string name, Dialect dialect) => Aggregate == Aggregate.Distinct ? dialect.Over("count(*)", Where is null ? null : name) : $"sum({name})";
}
