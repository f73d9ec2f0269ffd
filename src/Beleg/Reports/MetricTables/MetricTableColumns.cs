using System.Globalization;
using Beleg.Metrics;

namespace Beleg.Reports.MetricTables;

/// <summary>The columns of the living document, the same in CSV and workbook.</summary>
public static class MetricTableColumns
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<MetricTableColumn> All { get; } =
    [
        new(new Words("Metric", "Kennzahl"), 28, (row, language) => row.Name.In(language.Code)),
        new(new Words("Id", "Id"), 24, (row, _) => row.Id),
        new(new Words("Definition", "Definition"), 60, (row, language) => row.Definition.In(language.Code)),
        new(new Words("Source", "Quelle"), 22, (row, language) => CatalogueWords.Of(row.Source).In(language.Code)),
        new(new Words("Owner", "Verantwortlich"), 22, (row, language) => CatalogueWords.Of(row.Owner).In(language.Code)),
        new(new Words("Frequency", "Turnus"), 12, (row, language) => CatalogueWords.Of(row.Frequency).In(language.Code)),
        new(new Words("Why it matters", "Warum es zählt"), 44, (row, language) => row.Why.In(language.Code)),
        new(new Words("Unit", "Einheit"), 12, (row, _) => ReportLanguage.Label(row.Unit)),
        Of(new Words("Target", "Ziel"), 12, row => row.Target),
        Of(new Words("Value", "Wert"), 14, row => row.Value),
        new(new Words("Note", "Hinweis"), 18, (row, language) => Note(row)?.In(language.Code)),
        Of(new Words("Version", "Fassung"), 9, row => row.Version),
        new(new Words("History of owner and target", "Verlauf von Verantwortung und Ziel"), 50, (row, language) => History(row, language)),
    ];

    private static MetricTableColumn Of(Words head, int width, Func<MetricTableRow, decimal?> number) =>
        new(head, width, (row, _) => number(row)?.ToString("0.############", CultureInfo.InvariantCulture), number);

    private static Words? Note(MetricTableRow row) =>
        row.WaitsFor is { } waits ? new Words("planned: " + waits.En, "geplant: " + waits.De) : row.LowSample ? new Words("few cases", "wenige Fälle") : null;

    private static string? History(MetricTableRow row, ReportLanguage language) => row.History.Count == 0 ? null : string.Join("; ", row.History.Select(agreed => string.Join(
        ", ",
        new[]
        {
            $"{agreed.Version}: {agreed.Written.At.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}", agreed.Written.By, agreed.Owner,
            agreed.Target is { } target ? $"{new Words("target", "Ziel").In(language.Code)} {target.ToString("0.############", CultureInfo.InvariantCulture)}" : null, agreed.Written.Reason,
        }.Where(part => !string.IsNullOrEmpty(part)))));
}
