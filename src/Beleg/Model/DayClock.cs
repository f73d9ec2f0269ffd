using NodaTime;

namespace Beleg.Model;

/// <summary>
/// The day of an instant in the workspace's zone. Every fact has one, so a lookup in the zone for each would be the dearest step of
/// the fold: the border between two local days within a UTC day is kept instead. One instance per thread.
/// </summary>
internal sealed class DayClock(DateTimeZone zone)
{
    private const int Slots = 4096;
    private const long TicksPerDay = NodaConstants.TicksPerDay;
    private readonly Border[] borders = new Border[Slots];

    public LocalDate Of(Instant at)
    {
        var ticks = at.ToUnixTimeTicks();
        var utcDay = ticks >= 0 ? ticks / TicksPerDay : (ticks - TicksPerDay + 1) / TicksPerDay;
        ref var border = ref borders[(int)(utcDay & (Slots - 1))];
        if (!border.Known || border.UtcDay != utcDay)
            border = Find(utcDay);
        if (!border.Simple)
            return at.InZone(zone).Date;
        return ticks < border.Ticks ? border.Before : border.After;
    }

    private Border Find(long utcDay)
    {
        var first = Instant.FromUnixTimeTicks(utcDay * TicksPerDay);
        var last = Instant.FromUnixTimeTicks((utcDay + 1) * TicksPerDay - 1);
        var (before, after) = (first.InZone(zone).Date, last.InZone(zone).Date);
        if (before == after)
            return new Border(true, true, utcDay, long.MinValue, after, after);
        // TRICKY: a zone that jumped over the date line skipped a day; then two borders could lie within one UTC day.
        var simple = before.PlusDays(1) == after;
        var ticks = zone.AtStartOfDay(after).ToInstant().ToUnixTimeTicks();
        return new Border(true, simple, utcDay, ticks, before, after);
    }

    private readonly record struct Border(bool Known, bool Simple, long UtcDay, long Ticks, LocalDate Before, LocalDate After);
}
