using Beleg.Metrics;

namespace Beleg.Reports.Charts;

/// <summary>Writes a chart's values: in full beside a point, short on an axis.</summary>
internal static class ChartFormat
{
    /// <summary>A value in full; a dash where there is none.</summary>
    public static string Full(Chart chart, decimal? value, ReportLanguage language) =>
        chart is { HasWholeMoney: true, Unit: MetricUnit.Money, Money: { } currency } && value is { } known ? language.MoneyAhead(known, currency) : UnitText.Value(chart.Unit, value, chart.Money, language);

    /// <summary>A change with its sign, of shares in percentage points; a dash where there is none.</summary>
    public static string Signed(Chart chart, decimal? value, ReportLanguage language) =>
        value is { } change ? UnitText.Change(chart.Unit, change, chart.Money, language) : Full(chart, null, language);

    /// <summary>A round value beside a grid line: 12k, $1.5M, 40%.</summary>
    public static string Tick(Chart chart, decimal value, ReportLanguage language) => chart.Unit switch
    {
        MetricUnit.Share => language.Percent(value * 100, Decimals(value * 100)),
        MetricUnit.Percent => language.Percent(value, Decimals(value)),
        MetricUnit.DurationMs => value == 0 ? "0" : language.Span(value),
        MetricUnit.Money when chart.Money is { } currency => Short(value, language, text => language.Dress(text, currency), cents: currency.Decimals),
        _ => Short(value, language, text => text, cents: 0),
    };

    private static string Short(decimal value, ReportLanguage language, Func<string, string> dress, int cents)
    {
        var size = Math.Abs(value);
        var (scaled, suffix) = size switch
        {
            >= 1_000_000_000 => (value / 1_000_000_000, language.Pick("B", "\u00a0Mrd.")),
            >= 1_000_000 => (value / 1_000_000, language.Pick("M", "\u00a0Mio.")),
            >= 10_000 => (value / 1_000, language.Pick("k", "\u00a0Tsd.")),
            _ => (value, ""),
        };
        var decimals = Decimals(scaled);
        // Two and a half dollars are $2.50; two and a half thousand $2.5k.
        return dress(language.Number(scaled, decimals > 0 && suffix.Length == 0 ? Math.Max(decimals, cents) : decimals) + suffix);
    }

    private static int Decimals(decimal value) => value == decimal.Truncate(value) ? 0 : value * 10 == decimal.Truncate(value * 10) ? 1 : value * 100 == decimal.Truncate(value * 100) ? 2 : 3;
}
