using Beleg.Metrics;
using Beleg.Reports.Books;

namespace Beleg.Reports.MetricTables;

/// <summary>The living document of a workspace's metrics.</summary>
/// <param name="Workspace">Name of the workspace.</param>
/// <param name="Period">What the values are of.</param>
/// <param name="Currency">Currency of money.</param>
/// <param name="Rows">By pillar, as the catalogue has them.</param>
public sealed record MetricTable(string Workspace, Period Period, string Currency, IReadOnlyList<MetricTableRow> Rows)
{
    /// <summary>Composes it. Pure.</summary>
    /// <param name="workspace">Name of the workspace.</param>
    /// <param name="catalogue">The metrics there are.</param>
    /// <param name="book">What was agreed.</param>
    /// <param name="answer">The values of those that are computed.</param>
    public static MetricTable Compose(string workspace, MetricCatalogue catalogue, LedgerBook book, MetricAnswer answer)
    {
        var values = answer.Results.ToDictionary(result => result.Metric.Id, result => result.Total, StringComparer.Ordinal);
        return new MetricTable(workspace, answer.Request.Period, answer.Settings.Currency, [.. catalogue.All.OrderBy(metric => metric.Pillar).Select(metric => Row(metric, book, values.GetValueOrDefault(metric.Id)))]);
    }

    private static MetricTableRow Row(Metric metric, LedgerBook book, Figure? figure)
    {
        var agreed = book.Agreements.GetValueOrDefault(metric.Id);
        return new MetricTableRow
        {
            Id = metric.Id,
            Name = metric.Name,
            Definition = metric.Definition,
            Source = metric.Source,
            Owner = agreed?.Latest.Said.Owner ?? metric.Owner,
            Frequency = metric.Frequency,
            Why = metric.Why,
            Unit = metric.Unit,
            Good = metric.Good,
            Pillar = metric.Pillar,
            Level = metric.Level,
            Target = agreed is null ? metric.Target : agreed.Latest.Said.Target,
            Value = figure?.Cautious,
            LowSample = figure is { LowSample: true, Cautious: not null },
            Version = metric.Version,
            WaitsFor = metric.WaitsFor,
            History = [.. agreed?.Versions.Select(version => new MetricAgreement(version.Number, version.Said.Owner, version.Said.Target, version.Written)) ?? []],
        };
    }
}
