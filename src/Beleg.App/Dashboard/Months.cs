using Beleg.App.Hosting;
using Beleg.Primitives;
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
        var span = FactLists.Days(workspace.Warehouse);
        var today = workspace.Today;
        var newest = Period.Month((span is { } known ? LocalDate.Min(known.Last, today) : today).ToYearMonth());
        var oldest = span is { } first ? first.First : newest.From;
        var all = new List<Period>();
        for (var month = newest; month.To > oldest && all.Count < Most; month = month.Previous())
            all.Add(month);
        if (all.Count == 0)
            all.Add(newest);
        var chosen = asked is not null && YearMonthPattern.Iso.Parse(asked) is { Success: true } parsed ? Period.Month(parsed.Value) : Opening(all, span is { } data ? LocalDate.Min(today, data.Last.PlusDays(Slack)) : today);
        return (all.Contains(chosen) ? all : [.. all.Append(chosen).OrderByDescending(month => month.From)], chosen, span is not null);
    }

    /// <summary>The last complete month of the data: what is shown, and answered, where nobody names a period.</summary>
    public static Period Standard(OpenWorkspace workspace) => Of(workspace, null).Chosen;

    /// <summary>2026-09.</summary>
    public static string Code(Period month) => YearMonthPattern.Iso.Format(month.From.ToYearMonth());

    private static Period Opening(List<Period> all, LocalDate today) => all.Find(month => month.To <= today) is { Days: > 0 } complete ? complete : all[0];
}
