using NodaTime;

namespace Beleg.Model;

/// <summary>
/// When the business is open, by the hours valid on each day. Counts elapsed time: of a day on which the clocks change, what was
/// really open.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly BusinessHours[] versions;

    /// <param name="versions">Hours by their first day, in any order; before the first there is no business.</param>
    public BusinessCalendar(params IEnumerable<BusinessHours> versions) => this.versions = [.. versions.OrderBy(v => v.ValidFrom)];

    /// <summary>Whether the business is open at an instant.</summary>
    public bool IsOpen(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        foreach (var hours in Hours(local.Date))
        {
            if (local.TimeOfDay >= hours.Opens && (local.TimeOfDay < hours.Closes || hours.Closes == LocalTime.Midnight))
                return true;
        }

        return false;
    }

    /// <summary>Time open within [from, to).</summary>
    public Duration Between(Instant from, Instant to, DateTimeZone zone)
    {
        var open = Duration.Zero;
        var last = to.InZone(zone).Date;
        for (var day = from.InZone(zone).Date; day <= last; day = day.PlusDays(1))
        {
            foreach (var hours in Hours(day))
            {
                var end = hours.Closes == LocalTime.Midnight ? zone.AtStartOfDay(day.PlusDays(1)) : (day + hours.Closes).InZoneLeniently(zone);
                var opened = Instant.Max((day + hours.Opens).InZoneLeniently(zone).ToInstant(), from);
                var closed = Instant.Min(end.ToInstant(), to);
                if (closed > opened)
                    open += closed - opened;
            }
        }

        return open;
    }

    private IReadOnlyList<BusinessDay> Hours(LocalDate day)
    {
        for (var i = versions.Length - 1; i >= 0; i--)
        {
            if (versions[i].ValidFrom <= day)
                return versions[i].Holidays.Contains(day) ? [] : versions[i].Week.GetValueOrDefault(day.DayOfWeek, []);
        }

        return [];
    }
}
