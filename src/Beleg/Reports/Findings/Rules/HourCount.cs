using NodaTime;

namespace Beleg.Reports.Findings.Rules;

/// <summary>What happened in the hours of one part of the day, on the workspace's clocks.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Total">How many.</param>
/// <param name="Hit">Of them, how many did.</param>
internal sealed record HourCount(DayPart Part, long Total, long Hit)
{
    /// <summary>Adds counts by hour of UTC up by part of the day: an hour's part depends on its date where clocks change.</summary>
    public static HourCount[] Of(IEnumerable<(Instant Hour, long Total, long Hit)> hours, DateTimeZone zone) =>
    [
        .. hours.GroupBy(h => DayPart.Of(h.Hour.InZone(zone).Hour)).OrderBy(g => g.Key.From)
            .Select(g => new HourCount(g.Key, g.Sum(h => h.Total), g.Sum(h => h.Hit))),
    ];
}
