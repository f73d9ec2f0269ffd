using System.Collections.Concurrent;
using Beleg.Primitives;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>
/// What was computed of whole months, kept until exactly that month's facts change. Closed months never do, so a dashboard of two years
/// computes one month anew.
/// </summary>
internal sealed class KeptMonths
{
    /// <summary>A dashboard keeps a few hundred; far above that somebody asks for something else each time, and all is forgotten.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Key, int Month), Entry> kept = new();
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
    public List<T> Rows<T>(
        string question, IReadOnlyList<string> tables, Period months, (Instant CutOff, MonthVersions Versions) at,
        Func<Period, List<T>> run, Func<T, LocalDate> monthOf, Func<T, bool> settled)
    {
        if (kept.Count > Most)
            kept.Clear();
        var rows = new List<T>();
        var missing = new List<Period>();
        foreach (var month in months.Split(Grain.Month))
        {
            if (kept.TryGetValue((question, MonthVersions.MonthOf(month.From)), out var entry) && entry.Holds(Version(tables, month.From, at.Versions), at.CutOff))
                rows.AddRange((List<T>)entry.Rows);
            else if (missing.Count > 0 && missing[^1].To == month.From)
                missing[^1] = new Period(missing[^1].From, month.To);
            else
                missing.Add(month);
        }

        foreach (var gap in missing)
            rows.AddRange(Keep(question, tables, gap, at, run(gap), monthOf, settled));
        var anew = missing.Sum(gap => gap.Split(Grain.Month).Count());
        Interlocked.Add(ref computed, anew);
        Interlocked.Add(ref reused, months.Split(Grain.Month).Count() - anew);
        return rows;
    }

    private List<T> Keep<T>(
        string question, IReadOnlyList<string> tables, Period gap, (Instant CutOff, MonthVersions Versions) at,
        List<T> rows, Func<T, LocalDate> monthOf, Func<T, bool> settled)
    {
        var byMonth = rows.ToLookup(row => MonthVersions.MonthOf(monthOf(row)));
        foreach (var month in gap.Split(Grain.Month))
        {
            List<T> of = [.. byMonth[MonthVersions.MonthOf(month.From)]];
            kept[(question, MonthVersions.MonthOf(month.From))] = new(Version(tables, month.From, at.Versions), at.CutOff, of.TrueForAll(r => settled(r)), of);
        }

        return rows;
    }

    private static long Version(IReadOnlyList<string> tables, LocalDate day, MonthVersions versions) => tables.Max(table => versions.Of(table, day));

    private sealed record Entry(long Version, Instant CutOff, bool Settled, object Rows)
    {
        // What is still open depends on the cut-off; what is not, stays so as the cut-off moves on.
        public bool Holds(long version, Instant cutOff) => Version == version && (CutOff == cutOff || (Settled && cutOff > CutOff));
    }
}
