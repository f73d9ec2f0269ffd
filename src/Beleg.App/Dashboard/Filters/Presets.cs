using Beleg.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Dashboard.Filters;

/// <summary>Periods that have a name. A month is fixed; the others move with today.</summary>
internal static class Presets
{
    /// <summary>The days stand in the address themselves.</summary>
    public const string Custom = "custom";

    /// <summary>Three years: more days than that are no page.</summary>
    private const int MostDays = 1_100;

    /// <summary>The moving ones, with their names.</summary>
    public static IReadOnlyList<(string Code, Language.Phrase Name)> Moving { get; } =
    [
        ("last-7", Language.Texts.Last7), ("last-28", Language.Texts.Last28), ("last-90", Language.Texts.Last90), ("this-month", Language.Texts.ThisMonth),
        ("quarter", Language.Texts.LastQuarter), ("year", Language.Texts.ThisYear), ("last-12", Language.Texts.Last12Months),
    ];

    /// <summary>The period that an address names, and its name; the standard one where it names none that makes sense.</summary>
    /// <param name="code">A month or a preset; null or custom where the days are named.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last, as the interface and the command line take it.</param>
    /// <param name="through">The last day, as the fields of a form have it; where it is there, it decides.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    /// <param name="standard">What is shown where nothing is named.</param>
    public static (string Code, Period Period) Read(string? code, string? from, string? to, string? through, LocalDate today, Period standard)
    {
        if ((code is null or Custom) && Day(from) is { } first && (Day(through)?.PlusDays(1) ?? Day(to)) is { } end && end > first && NodaTime.Period.DaysBetween(first, end) <= MostDays)
            return (Custom, new Period(first, end));
        if (code is not null && YearMonthPattern.Iso.Parse(code) is { Success: true, Value: { Year: >= 2005 and < 2200 } month })
            return (code, Period.Month(month));
        return code is not null && Named(code, today) is { } named ? (code, named) : ("", standard);
    }

    private static Period? Named(string code, LocalDate today) => code switch
    {
        "last-7" => Period.LastDays(today, 7),
        "last-28" => Period.LastDays(today, 28),
        "last-90" => Period.LastDays(today, 90),
        "this-month" => Period.Month(today.ToYearMonth()),
        "quarter" => Quarter(today),
        "year" => new Period(new LocalDate(today.Year, 1, 1), today.PlusDays(1)),
        "last-12" => Period.LastCompleteMonths(today, 12),
        _ => null,
    };

    private static Period Quarter(LocalDate today)
    {
        var start = Period.StartOf(today, Grain.Quarter);
        return new Period(start.PlusMonths(-3), start);
    }

    private static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 2005 and < 2200 } day } ? day : null;
}
