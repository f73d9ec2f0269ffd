namespace Beleg.Benchmarks.Stream;

/// <summary>What our fold and the engine's SQL made of one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">"rows", then its columns.</param>
/// <param name="Ours">The number of rows, then a sum or count of each column.</param>
/// <param name="Theirs">The same of the SQL side.</param>
internal sealed record FoldedTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Ours, IReadOnlyList<string> Theirs)
{
    /// <summary>Each column that differs, with both sides.</summary>
    public IEnumerable<string> Differing => Columns.Index().Where(column => Ours[column.Index] != Theirs[column.Index]).Select(column => $"{column.Item} {Ours[column.Index]} / {Theirs[column.Index]}");
}
