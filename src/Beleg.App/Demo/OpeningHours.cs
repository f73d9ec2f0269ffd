using Beleg.State.Settings;

namespace Beleg.App.Demo;

/// <summary>Settings of a workspace whose people answer six days a week.</summary>
internal static class OpeningHours
{
    private static readonly string[] days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Open between two hours of the day, closed on Sundays and on the holidays of the months that are told.</summary>
    public static WorkspaceSettings Of(string currency, string zone, string hours) => new()
    {
        Currency = currency,
        TimeZone = zone,
        BusinessCalendars =
        [
            new BusinessCalendar
            {
                ValidFrom = "2026-01-01",
                Hours = days.ToDictionary(day => day, IReadOnlyList<string> (_) => [hours]),
                Holidays = ["2026-05-25", "2026-07-03", "2026-09-07"],
            },
        ],
    };
}
