using Beleg.App.Dashboard.Filters;
using NodaTime;

namespace Beleg.Tests.App;

public sealed class PresetTests
{
    private static readonly LocalDate today = new(2026, 11, 22);
    private static readonly Period standard = Period.Month(2026, 9);

    [Theory]
    [InlineData(null, null, null, "", "2026-09-01/2026-10-01")]
    [InlineData("2026-08", null, null, "2026-08", "2026-08-01/2026-09-01")]
    [InlineData("last-28", null, null, "last-28", "2026-10-25/2026-11-22")]
    [InlineData("this-month", null, null, "this-month", "2026-11-01/2026-12-01")]
    [InlineData("quarter", null, null, "quarter", "2026-07-01/2026-10-01")]
    [InlineData("year", null, null, "year", "2026-01-01/2026-11-23")]
    [InlineData("last-12", null, null, "last-12", "2025-11-01/2026-11-01")]
    [InlineData("custom", "2026-09-03", "2026-09-06", "custom", "2026-09-03/2026-09-06")]
    [InlineData(null, "2026-09-03", "2026-09-04", "custom", "2026-09-03/2026-09-04")]
    [InlineData(null, "2026-09-03", "2026-09-03", "", "2026-09-01/2026-10-01")]
    [InlineData("2026-08", "2026-09-03", "2026-09-05", "2026-08", "2026-08-01/2026-09-01")]
    [InlineData("custom", "2026-09-05", "2026-09-03", "", "2026-09-01/2026-10-01")]
    [InlineData("custom", "1999-01-01", "2026-09-03", "", "2026-09-01/2026-10-01")]
    [InlineData("custom", "2010-01-01", "2026-09-03", "", "2026-09-01/2026-10-01")]
    [InlineData("soon", null, null, "", "2026-09-01/2026-10-01")]
    public void AnAddressNamesAPeriodOrFallsBackOnTheStandardOne(string? code, string? from, string? to, string name, string days)
    {
        var (read, period) = Presets.Read(code, from, to, null, today, standard);

        (read, period.ToString()).ShouldBe((name, days));
    }

    // A form has the last day, because people say it so; an address has the day after, as the interface and the command line take it.
    [Theory]
    [InlineData("2026-09-05", null, "custom", "2026-09-03/2026-09-06")]
    [InlineData("2026-09-03", null, "custom", "2026-09-03/2026-09-04")]
    [InlineData("2026-09-05", "2026-09-20", "custom", "2026-09-03/2026-09-06")]
    [InlineData("2026-09-02", null, "", "2026-09-01/2026-10-01")]
    public void TheLastDayOfAFormIsInside(string through, string? to, string name, string days)
    {
        var (read, period) = Presets.Read("custom", "2026-09-03", to, through, today, standard);

        (read, period.ToString()).ShouldBe((name, days));
    }
}
