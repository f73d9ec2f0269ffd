using NodaTime;

namespace Beleg.Tests.Primitives;

public sealed class PeriodTests
{
    [Fact]
    public void ItsEndIsNotInside()
    {
        var august = Period.Month(2026, 8);
        august.Contains(new LocalDate(2026, 8, 1)).ShouldBeTrue();
        august.Contains(new LocalDate(2026, 8, 31)).ShouldBeTrue();
        august.Contains(new LocalDate(2026, 9, 1)).ShouldBeFalse();
        august.Days.ShouldBe(31);
        august.ToString().ShouldBe("2026-08-01/2026-09-01");
    }

    [Fact]
    public void AMonthIsComparedWithTheMonthBefore()
    {
        Period.Month(2026, 9).Previous().ShouldBe(Period.Month(2026, 8));
        Period.Month(2026, 1).Previous().ShouldBe(Period.Month(2025, 12));
        new Period(new LocalDate(2026, 4, 1), new LocalDate(2026, 7, 1)).Previous()
            .ShouldBe(new Period(new LocalDate(2026, 1, 1), new LocalDate(2026, 4, 1)));
    }

    [Fact]
    public void AnyOtherPeriodIsComparedWithAsManyDaysBefore() =>
        new Period(new LocalDate(2026, 3, 5), new LocalDate(2026, 3, 12)).Previous()
            .ShouldBe(new Period(new LocalDate(2026, 2, 26), new LocalDate(2026, 3, 5)));

    [Fact]
    public void WeeksBeginOnMondayAndTheEndsAreCut()
    {
        var pieces = new Period(new LocalDate(2026, 9, 30), new LocalDate(2026, 10, 6)).Split(Beleg.Primitives.Grain.Week).ToList();
        pieces.ShouldBe([
            new Period(new LocalDate(2026, 9, 30), new LocalDate(2026, 10, 5)),
            new Period(new LocalDate(2026, 10, 5), new LocalDate(2026, 10, 6))]);
    }

    [Fact]
    public void QuartersBeginInJanuaryAprilJulyAndOctober()
    {
        var pieces = new Period(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)).Split(Beleg.Primitives.Grain.Quarter).ToList();
        pieces.Select(p => p.From.Month).ShouldBe([1, 4, 7, 10]);
        Period.StartOf(new LocalDate(2026, 12, 31), Beleg.Primitives.Grain.Quarter).ShouldBe(new LocalDate(2026, 10, 1));
    }

    [Theory]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 10, 25, 25)]
    [InlineData(2026, 6, 1, 24)]
    public void ADayIsAsLongAsTheClocksMakeIt(int year, int month, int day, int hours)
    {
        var date = new LocalDate(year, month, day);
        new Period(date, date.PlusDays(1)).In(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Length.ShouldBe(Duration.FromHours(hours));
    }

    [Theory]
    [InlineData("2026-09", null, true)]
    [InlineData("2026-09-01", "2026-10-01", true)]
    [InlineData("2026-10-01", "2026-09-01", false)]
    [InlineData("2026-09-01", "2026-09-01", false)]
    [InlineData("2026-13", null, false)]
    [InlineData("2026-09-01", null, false)]
    [InlineData(null, null, false)]
    [InlineData("yesterday", "today", false)]
    public void ADateThatIsNoneIsRefused(string? from, string? to, bool taken) => Period.TryParse(from, to, out _).ShouldBe(taken);

    [Fact]
    public void TheLastCompleteMonthIsTheOneBeforeToday()
    {
        Period.LastCompleteMonth(new LocalDate(2026, 10, 1)).ShouldBe(Period.Month(2026, 9));
        Period.LastCompleteMonths(new LocalDate(2026, 3, 15), 3).ShouldBe(new Period(new LocalDate(2025, 12, 1), new LocalDate(2026, 3, 1)));
    }
}
