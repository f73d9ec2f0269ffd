using Beleg.Metrics;
using Beleg.Reports.Charts;

namespace Beleg.Reports.Why;

/// <summary>The parts of a change as a waterfall from the value before to the value after.</summary>
public static class WhyCharts
{
    private const int Most = 6;

    /// <summary>A note's parts by group; whatever is too small to show stands together.</summary>
    public static Chart Waterfall(WhyNote note, string currency)
    {
        var (drivers, dimension) = (note.Drivers!, note.Dimension!);
        var groups = drivers.ByGroup.OrderByDescending(group => Math.Abs(group.Amount)).ToList();
        var shown = groups.Take(Most).Select(group => (Name: GroupWords.Of(dimension, group.Group), group.Amount)).ToList();
        var rest = groups.Skip(Most).ToList();
        if (rest.Count > 0)
            shown.Add((ReportLanguage.Say(language => language.Pick($"{rest.Count} more", $"{rest.Count} weitere")), rest.Sum(group => group.Amount)));
        return new Chart
        {
            Id = $"why-{note.Subject?.ToString().ToLowerInvariant() ?? note.Metric.Id.Replace('_', '-')}-{dimension.Replace('_', '-')}",
            Kind = ChartKind.Waterfall,
            Title = new Words($"{note.Metric.Name.En}: how the change adds up", $"{note.Metric.Name.De}: woraus sich die Veränderung ergibt"),
            CategoryName = dimension == "component" ? new Words("Part", "Teil") : Dimensions.Find(dimension)!.Name,
            Unit = note.Metric.Unit,
            Good = note.Metric.Good,
            Currency = note.Metric.Unit == MetricUnit.Money ? currency : null,
            Categories =
            [
                new ChartCategory(new Words("Before", "Davor"), IsTotal: true), .. shown.Select(part => new ChartCategory(part.Name)),
                new ChartCategory(new Words("Now", "Jetzt"), IsTotal: true),
            ],
            Series = [new ChartSeries { Name = note.Metric.Name, Values = [drivers.Before, .. shown.Select(part => (decimal?)part.Amount), drivers.After] }],
        };
    }
}
