using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Primitives;

/// <summary>A half-open run of days [<paramref name="From"/>, <paramref name="To"/>) in a workspace's zone.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
public readonly record struct Period(LocalDate From, LocalDate To)
{
    /// <summary>How many days it holds; 0 or less is an empty period.</summary>
    public int Days => NodaTime.Period.DaysBetween(From, To);

    /// <summary>Whether it begins and ends on the first of a month and holds at least one.</summary>
    public bool IsWholeMonths => From.Day == 1 && To.Day == 1 && To > From;

    /// <summary>One calendar month.</summary>
    public static Period Month(int year, int month) => Month(new YearMonth(year, month));

    /// <summary>One calendar month.</summary>
    public static Period Month(YearMonth month) => new(month.OnDayOfMonth(1), month.OnDayOfMonth(1).PlusMonths(1));

    /// <summary>The month before the one that holds a day: the last complete month, seen from that day.</summary>
    public static Period LastCompleteMonth(LocalDate today) => Month(today.ToYearMonth().PlusMonths(-1));

    /// <summary>The whole months up to the end of the last complete one.</summary>
    public static Period LastCompleteMonths(LocalDate today, int months)
    {
        var last = LastCompleteMonth(today);
        return new Period(last.To.PlusMonths(-months), last.To);
    }

    /// <summary>The days up to and without a day.</summary>
    public static Period LastDays(LocalDate today, int days) => new(today.PlusDays(-days), today);

    /// <summary>Reads two ISO dates, or <c>2026-09</c> alone for a month. Does not throw on data; an empty or reversed period is refused.</summary>
    public static bool TryParse(string? from, string? to, out Period period)
    {
        period = default;
        if (from is { Length: 7 } && string.IsNullOrEmpty(to))
        {
            var month = YearMonthPattern.Iso.Parse(from);
            period = month.Success ? Month(month.Value) : default;
            return month.Success;
        }

        var first = LocalDatePattern.Iso.Parse(from ?? "");
        var end = LocalDatePattern.Iso.Parse(to ?? "");
        if (!first.Success || !end.Success || end.Value <= first.Value)
            return false;
        period = new Period(first.Value, end.Value);
        return true;
    }

    /// <summary>Whether a day lies inside.</summary>
    public bool Contains(LocalDate day) => day >= From && day < To;

    /// <summary>
    /// The period of the same length just before: whole months before whole months (September against August, although one is a day
    /// longer), else as many days.
    /// </summary>
    public Period Previous()
    {
        if (!IsWholeMonths)
            return new Period(From.PlusDays(-Days), From);
        var months = (To.Year - From.Year) * 12 + To.Month - From.Month;
        return new Period(From.PlusMonths(-months), From);
    }

    /// <summary>Cuts the period at the borders of a grain; the first and last piece are shorter where the period does not begin or end on one.</summary>
    public IEnumerable<Period> Split(Grain grain)
    {
        var start = From;
        while (start < To)
        {
            var next = NextStart(start, grain);
            var end = next < To ? next : To;
            yield return new Period(start, end);
            start = end;
        }
    }

    /// <summary>The first day of the day, week, month or quarter that holds a day.</summary>
    public static LocalDate StartOf(LocalDate day, Grain grain) => grain switch
    {
        Grain.Day => day,
        Grain.Week => day.PlusDays(-((int)day.DayOfWeek - (int)IsoDayOfWeek.Monday)),
        Grain.Month => new LocalDate(day.Year, day.Month, 1),
        _ => new LocalDate(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
    };

    /// <summary>The instants at which it begins and ends in a zone: a day of 23 or 25 hours counts as that.</summary>
    public InstantSpan In(DateTimeZone zone) => new(zone.AtStartOfDay(From).ToInstant(), zone.AtStartOfDay(To).ToInstant());

    /// <summary>ISO 8601 with the border that is not inside: <c>2026-08-01/2026-09-01</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:uuuu-MM-dd}/{To:uuuu-MM-dd}");

    private static LocalDate NextStart(LocalDate day, Grain grain)
    {
        var start = StartOf(day, grain);
        return grain switch
        {
            Grain.Day => start.PlusDays(1),
            Grain.Week => start.PlusDays(7),
            Grain.Month => start.PlusMonths(1),
            _ => start.PlusMonths(3),
        };
    }
}
