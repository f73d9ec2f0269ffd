using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports;

/// <summary>Writes values and changes in the unit of their metric.</summary>
public static class UnitText
{
    /// <summary>A value; a dash where there is none.</summary>
    /// <param name="unit">The metric's.</param>
    /// <param name="value">In that unit.</param>
    /// <param name="currency">The workspace's; null writes money as a plain number.</param>
    /// <param name="language">The reader's.</param>
    public static string Value(MetricUnit unit, decimal? value, Currency? currency, ReportLanguage language) => value is not { } known ? ReportLanguage.None : unit switch
    {
        MetricUnit.Share => language.Share(known),
        MetricUnit.Count => language.Count(known),
        MetricUnit.Money => currency is { } money ? language.Money(known, money) : language.Number(known, 2),
        MetricUnit.DurationMs => language.Span(known),
        MetricUnit.Percent => language.Percent(known, 1),
        MetricUnit.Months => language.Number(known, 1) + "\u00a0" + language.Pick("mo", "Mon."),
        MetricUnit.Ratio => language.Number(known, 2),
        _ => language.Number(known, 1),
    };

    /// <summary>The size of a change, without its sign: percentage points for shares, else as a value.</summary>
    public static string Size(MetricUnit unit, decimal change, Currency? currency, ReportLanguage language) => unit switch
    {
        MetricUnit.Share => language.Number(Math.Abs(change) * 100, 1) + "\u00a0" + language.Pick("pp", "PP"),
        MetricUnit.Percent => language.Number(Math.Abs(change), 1) + "\u00a0" + language.Pick("pp", "PP"),
        _ => Value(unit, Math.Abs(change), currency, language),
    };

    /// <summary>A change with its sign.</summary>
    public static string Change(MetricUnit unit, decimal change, Currency? currency, ReportLanguage language) =>
        (change > 0 ? "+" : change < 0 ? "−" : "±") + Size(unit, change, currency, language);
}
