using Beleg.Metrics;
using Beleg.Reports.Charts;
using NodaTime;

namespace Beleg.Tests.Reports.Charts;

internal static class SomeChart
{
    /// <summary>Four months of money: one without a value, and a last one that stands alone.</summary>
    public static Chart Line { get; } = new()
    {
        Id = "some",
        Kind = ChartKind.Line,
        Title = new Words("Revenue per chat", "Umsatz pro Chat"),
        Unit = MetricUnit.Money,
        Currency = "USD",
        Categories = [.. Enumerable.Range(6, 4).Select(month => ChartCategory.Month(new YearMonth(2026, month)))],
        Series =
        [
            new ChartSeries { Name = new Words("Revenue per chat", "Umsatz pro Chat"), Values = [3.1m, 3.4m, null, 6.4m], Low = [2m, 2.2m, null, 5m], High = [4m, 4.6m, null, 7.8m] },
        ],
    };

    public static Chart Of(ChartKind kind) => kind switch
    {
        ChartKind.Waterfall => Rows(kind, ("Before", 620m, true), ("Volume", 40m, false), ("Rate", -30.5m, false), ("After", 629.5m, true)),
        ChartKind.Funnel => Rows(kind, ("Welcome", 200m, false), ("Menu", 120m, false), ("Offer <b>", 60m, false)),
        ChartKind.Share => Rows(kind, ("All", 244m, false)) with
        {
            Series = [Series("A", ChartTone.GradeA, 244m), Series("B", ChartTone.GradeB, 365m), Series("C", ChartTone.GradeC, 671m)],
        },
        ChartKind.Bars or ChartKind.Columns => Rows(kind, ("Bundle", 800m, false), ("Single", 420.5m, false)),
        _ => Line,
    };

    private static Chart Rows(ChartKind kind, params (string Name, decimal Value, bool IsTotal)[] rows) => Line with
    {
        Kind = kind,
        Categories = [.. rows.Select(row => ChartCategory.Named(row.Name) with { IsTotal = row.IsTotal })],
        Series = [Series("Revenue", ChartTone.Accent, [.. rows.Select(row => (decimal?)row.Value)])],
    };

    private static ChartSeries Series(string name, ChartTone tone, params decimal?[] values) => new() { Name = new Words(name, name), Values = values, Tone = tone };
}
