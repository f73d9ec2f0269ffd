namespace Beleg.Metrics;

/// <summary>What a measure may read: a fact, or a small join that makes one.</summary>
/// <param name="Name">Its name in definitions.</param>
/// <param name="From">What follows FROM.</param>
/// <param name="Cluster">Whose rows hang together: the contact.</param>
/// <param name="Times">Day columns that may place a row in a period.</param>
/// <param name="Dimensions">Column or expression of each dimension it knows.</param>
internal sealed record FactScan(string Name, string From, string Cluster, IReadOnlyList<string> Times, IReadOnlyDictionary<string, string> Dimensions)
{
    /// <summary>
    /// The facts whose rows it reads, for whoever must know when its answers grow old; of contacts the columns (<c>contact.identifiers</c>),
    /// since their rows change with every event and most of their columns with none.
    /// </summary>
    public IReadOnlyList<string> Tables { get; init; } = [Name];
}
