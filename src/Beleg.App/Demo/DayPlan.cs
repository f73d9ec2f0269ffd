using NodaTime;

namespace Beleg.App.Demo;

/// <summary>Spreads things over a month the way people live: more by day than by night, more on weekdays where an office is asked.</summary>
internal static class DayPlan
{
    // Of 1,000 contacts, how many in each hour of the day (0 to 23): quiet nights, a rise at noon, a peak after work.
    private static readonly int[] Hours = [8, 5, 3, 3, 4, 8, 18, 32, 47, 58, 64, 68, 70, 62, 58, 58, 62, 68, 76, 78, 66, 46, 25, 13];

    private static readonly int[] HourTable = Table();

    /// <summary>
    /// The moment of the <paramref name="index"/>th of <paramref name="count"/> things in the first <paramref name="days"/> days of a month
    /// (0 is all of it): rising day by day, the hour by chance.
    /// </summary>
    public static Instant At(int year, int month, int days, int index, int count, DateTimeZone zone, Chance chance)
    {
        if (days == 0)
            days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var day = 1 + (int)((long)index * days / count);
        var time = new LocalTime(HourTable[chance.Below(HourTable.Length)], chance.Below(60), chance.Below(60));
        return (new LocalDate(year, month, day) + time).InZoneLeniently(zone).ToInstant();
    }

    private static int[] Table() => [.. Hours.SelectMany((share, hour) => Enumerable.Repeat(hour, share))];
}
