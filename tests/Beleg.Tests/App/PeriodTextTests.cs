using Beleg.App.Dashboard.Language;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Tests.App;

/// <summary>Periods as pages say them: first and last day, both inside.</summary>
public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2026-09-01", "2026-10-01", "September 2026", "September 2026")]
    [InlineData("2026-10-10", "2026-10-13", "10–12 Oct 2026", "10.–12. Okt. 2026")]
    [InlineData("2026-10-10", "2026-10-11", "10 Oct 2026", "10. Okt. 2026")]
    [InlineData("2026-08-10", "2026-10-10", "10 Aug – 9 Oct 2026", "10. Aug. – 9. Okt. 2026")]
    [InlineData("2025-12-31", "2026-01-02", "31 Dec 2025 – 1 Jan 2026", "31. Dez. 2025 – 1. Jan. 2026")]
    public void WhatBothDaysShareIsSaidOnce(string from, string to, string english, string german)
    {
        var period = new Period(Day(from), Day(to));

        Print.Period(Tongue.English, period).ShouldBe(english);
        Print.Period(Tongue.Find("de")!, period).ShouldBe(german);
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
