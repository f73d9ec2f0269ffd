using System.Collections.Concurrent;
using NodaTime;

namespace Beleg.Warehouse;

/// <summary>
/// What was computed of whole months, kept until exactly that month's facts change. Closed months never do, so a dashboard of two years
/// computes one month anew.
/// </summary>
internal sealed class KeptMonths
{
    /// <summary>A dashboard asks some tens of questions; far above that somebody asks something else each time, and all is forgotten.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, Entry>> kept = new(StringComparer.Ordinal);
    private long reused;
    private long computed;

    /// <summary>Months that were not computed again, and those that were.</summary>
    public (long Reused, long Computed) Counts => (Interlocked.Read(ref reused), Interlocked.Read(ref computed));

    /// <summary>The rows of some months, from as few runs as there are gaps.</summary>
    /// <param name="question">What is asked, apart from the days.</param>
    /// <param name="tables">The facts it reads.</param>
    /// <param name="months">Whole months.</param>
    /// <param name="at">The workspace's last event and which facts the snapshot holds.</param>
    /// <param name="run">Asks for some of the months.</param>
    /// <param name="monthOf">A day of the month a row is for.</param>
    /// <param name="settled">Whether a row stays as it is although time passes.</param>
    /// <param name="atOnce">Months that one run asks for, at most.</param>
    public List<T> Rows<T>(
        string question, IReadOnlyList<string> tables, Period months, (Instant CutOff, MonthVersions Versions) at,
        Func<Period, List<T>> run, Func<T, LocalDate> monthOf, Func<T, bool> settled, int atOnce = int.MaxValue)
    {
        if (kept.Count > Most)
            kept.Clear();
        var known = kept.GetOrAdd(question, _ => new());
        var rows = new List<T>();
        var missing = new List<(int From, int To)>();
        var (first, end) = (MonthVersions.MonthOf(months.From), MonthVersions.MonthOf(months.To));
        for (var month = first; month < end; month++)
        {
            if (known.TryGetValue(month, out var entry) && entry.Holds(Version(tables, month, at.Versions), at.CutOff))
                rows.AddRange((List<T>)entry.Rows);
            else if (missing.Count > 0 && missing[^1].To == month && month - missing[^1].From < atOnce)
                missing[^1] = (missing[^1].From, month + 1);
            else
                missing.Add((month, month + 1));
        }

        foreach (var (from, to) in missing)
        {
            var anew = run(new Period(MonthVersions.FirstDayOf(from), MonthVersions.FirstDayOf(to)));
            rows.AddRange(anew);
            var byMonth = anew.ToLookup(row => MonthVersions.MonthOf(monthOf(row)));
            for (var month = from; month < to; month++)
            {
                List<T> of = [.. byMonth[month]];
                known[month] = new(Version(tables, month, at.Versions), at.CutOff, of.TrueForAll(r => settled(r)), of);
            }
        }

        var count = missing.Sum(gap => gap.To - gap.From);
        Interlocked.Add(ref computed, count);
        Interlocked.Add(ref reused, end - first - count);
        return rows;
    }

    private static long Version(IReadOnlyList<string> tables, int month, MonthVersions versions)
    {
        var version = 0L;
        foreach (var table in tables)
            version = Math.Max(version, versions.Of(table, month));
        return version;
    }

    private sealed record Entry(long Version, Instant CutOff, bool Settled, object Rows)
    {
        // What is still open depends on the cut-off; what is not, stays so as the cut-off moves on.
        public bool Holds(long version, Instant cutOff) => Version == version && (CutOff == cutOff || (Settled && cutOff > CutOff));
    }
}
