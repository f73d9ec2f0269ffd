namespace Beleg.Metrics.Rows;

/// <summary>A column of the rows behind a figure.</summary>
/// <param name="Id">Its name in exports.</param>
/// <param name="Name">For people.</param>
/// <param name="Kind">How it is written, and where it leads.</param>
public sealed record RowColumn(string Id, Words Name, RowColumnKind Kind);
