namespace Beleg.Metrics.Rows;

/// <summary>Some of the rows behind a figure.</summary>
/// <param name="Columns">What they hold.</param>
/// <param name="Rows">The rows, newest first; each value as plain text, null where there is none.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Distinct">How many different things they are about, where the figure counts those instead of rows; else null.</param>
/// <param name="Sum">What they come to together, where the figure sums them; else null.</param>
/// <param name="Sql">The statement they came by.</param>
/// <param name="Refusal">Why the chosen model credits nobody, so that the figure has no value and no rows; else null.</param>
public sealed record RowPage(
    IReadOnlyList<RowColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, long Total, long? Distinct, RowSum? Sum, string Sql, Words? Refusal = null);
