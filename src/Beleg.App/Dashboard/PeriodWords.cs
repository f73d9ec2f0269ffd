using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>A period as an address or a command line gives it.</summary>
internal static class PeriodWords
{
    /// <summary>What to say where the words cannot be read.</summary>
    public const string Mistake = "Name a month such as month=2026-09, or two days such as from=2026-08-01&to=2026-10-01.";

    /// <summary>The month or the days; the standard where nothing is named, null where the words cannot be read.</summary>
    public static Period? Read(string? month, string? from, string? to, Func<Period> standard)
    {
        if (month is not null)
            return YearMonthPattern.Iso.Parse(month) is { Success: true } parsed ? Period.Month(parsed.Value) : null;
        if (from is null && to is null)
            return standard();
        return LocalDatePattern.Iso.Parse(from ?? "") is { Success: true } first && LocalDatePattern.Iso.Parse(to ?? "") is { Success: true } last && first.Value < last.Value
            ? new Period(first.Value, last.Value)
            : null;
    }
}
