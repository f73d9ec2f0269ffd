using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Charts;

namespace Beleg.Reports.Experiments;

/// <summary>An experiment as a picture: each arm with its own 95 % interval.</summary>
public static class ExperimentCharts
{
    private const int Decimals = 9;

    /// <summary>The arms side by side; empty where nothing was measured.</summary>
    public static Chart OfArms(ExperimentReport report) => new()
    {
        Id = "arms",
        Kind = ChartKind.Bars,
        Title = report.Name,
        Note = new Words("Each arm with its own 95% interval; the lift above has the interval that decides.", "Jede Gruppe mit ihrem eigenen 95-%-Intervall; für den Zuwachs oben gilt das Intervall, das entscheidet."),
        CategoryName = new Words("Arm", "Gruppe"),
        Unit = report.Unit,
        Currency = report.Unit == MetricUnit.Money ? report.Currency : null,
        Categories = [.. report.Arms.Select(arm => ChartCategory.Named(arm.Arm))],
        Series = [new ChartSeries { Name = report.Name, Values = [.. report.Arms.Select(arm => Of(arm.Value, report))], Low = [.. report.Arms.Select(arm => Of(arm.Low, report))], High = [.. report.Arms.Select(arm => Of(arm.High, report))] }],
    };

    private static decimal? Of(double? value, ExperimentReport report) => value is not { } known || !double.IsFinite(known) || Math.Abs(known) > 1e15 ? null
        : decimal.Round((decimal)known, report.Unit == MetricUnit.Money ? Currency.Find(report.Currency).Decimals : Decimals);
}
