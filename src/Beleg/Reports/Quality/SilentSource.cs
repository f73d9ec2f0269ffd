using NodaTime;

namespace Beleg.Reports.Quality;

/// <summary>A source that sends nothing any more while others do.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Since">Its last delivery.</param>
/// <param name="For">How long before the latest delivery of all that was.</param>
public sealed record SilentSource(string Source, Instant Since, Duration For)
{
    /// <summary>A shop may rest over a weekend and a holiday; a week is a gap.</summary>
    public static Duration Longest { get; } = Duration.FromDays(7);

    /// <summary>Those of some sources that have been silent for longer than a week, the longest first. Pure.</summary>
    /// <param name="last">Each source's name and last delivery.</param>
    public static IReadOnlyList<SilentSource> Of(IEnumerable<(string Source, Instant LastReceivedAt)> last)
    {
        var all = last.ToArray();
        var newest = all.Length == 0 ? Instant.MinValue : all.Max(s => s.LastReceivedAt);
        return
        [
            .. all.Select(s => new SilentSource(s.Source, s.LastReceivedAt, newest - s.LastReceivedAt)).Where(s => s.For > Longest)
                .OrderByDescending(s => s.For).ThenBy(s => s.Source, StringComparer.Ordinal),
        ];
    }
}
