using Beleg.App.Hosting;
using Beleg.Reports;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>The months a page can show: it opens on the last complete one that has data.</summary>
internal static class Months
{
    private const int Most = 36;

    /// <summary>A month counts as complete although nothing happened on its last days.</summary>
    private const int Slack = 3;

    /// <summary>The months with data, newest first, and the one asked for.</summary>
    public static (IReadOnlyList<Period> All, Period Chosen, bool HasData) Of(OpenWorkspace workspace, string? asked)
    {
        var days = FactLists.DaysByMonth(workspace.Warehouse);
        var today = workspace.Today;
        var newest = Period.Month((days.Count > 0 ? LocalDate.Min(days[^1].Last, today) : today).ToYearMonth());
        var oldest = days.Count > 0 ? days[0].First : newest.From;
        var all = new List<Period>();
        for (var month = newest; month.To > oldest && all.Count < Most; month = month.Previous())
            all.Add(month);
        if (all.Count == 0)
            all.Add(newest);
        var chosen = asked is not null && YearMonthPattern.Iso.Parse(asked) is { Success: true } parsed ? Period.Month(parsed.Value) : Opening(all, days, today);
        return (all.Contains(chosen) ? all : [.. all.Append(chosen).OrderByDescending(month => month.From)], chosen, days.Count > 0);
    }

    /// <summary>The last complete month of the data: what is shown, and answered, where nobody names a period.</summary>
    public static Period Standard(OpenWorkspace workspace) => Of(workspace, null).Chosen;

    /// <summary>The months whose data reach to their last days, oldest first.</summary>
    public static IEnumerable<YearMonth> Told(OpenWorkspace workspace) => FactLists.DaysByMonth(workspace.Warehouse).Where(IsTold).Select(month => month.Last.ToYearMonth());

    /// <summary>2026-09.</summary>
    public static string Code(Period month) => YearMonthPattern.Iso.Format(month.From.ToYearMonth());

    private static bool IsTold((LocalDate First, LocalDate Last) month) => month.Last.PlusDays(Slack) >= Period.Month(month.Last.ToYearMonth()).To.PlusDays(-1);

    // A month is told to its end where something happened on its last days: one event that came long after the others, or a month of which only
    // the first days came in, does not make the page open on an empty one.
    private static Period Opening(List<Period> all, IReadOnlyList<(LocalDate First, LocalDate Last)> days, LocalDate today)
    {
        var told = days.Where(IsTold).Select(month => Period.Month(month.Last.ToYearMonth())).ToHashSet();
        var over = all.FindAll(month => month.To <= today);
        return over.Find(told.Contains) is { Days: > 0 } complete ? complete : over.Count > 0 ? over[0] : all[0];
    }
}
