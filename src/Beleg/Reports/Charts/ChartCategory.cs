using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Charts;

/// <summary>One place on a chart's first axis: a month, a flow, a step.</summary>
/// <param name="Label">Its full name, as tables and descriptions say it.</param>
/// <param name="Tick">Its name on the axis, short; the full one where null.</param>
/// <param name="IsTotal">In a waterfall: stands on the ground instead of on what came before.</param>
public sealed record ChartCategory(Words Label, Words? Tick = null, bool IsTotal = false)
{
    /// <summary>A month.</summary>
    public static ChartCategory Month(YearMonth month) => new(
        ReportLanguage.Say(language => language.Month(month)), ReportLanguage.Say(language => language.MonthTick(month)));

    /// <summary>A day.</summary>
    public static ChartCategory Day(LocalDate day) => new(
        ReportLanguage.Say(language => language.Day(day)), ReportLanguage.Say(language => language.DayTick(day)));

    /// <summary>Something that has the same name in both languages: a flow, a campaign.</summary>
    public static ChartCategory Named(string name) => new(new Words(name, name));
}
