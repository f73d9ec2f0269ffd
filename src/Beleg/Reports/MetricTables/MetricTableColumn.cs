using Beleg.Metrics;

namespace Beleg.Reports.MetricTables;

/// <summary>One column of the living document.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Width">Its width in a workbook, in characters.</param>
/// <param name="Text">A cell as text; a number plain, null where there is nothing.</param>
/// <param name="Number">A cell as a number, where the column holds numbers.</param>
public sealed record MetricTableColumn(Words Head, int Width, Func<MetricTableRow, ReportLanguage, string?> Text, Func<MetricTableRow, decimal?>? Number = null);
