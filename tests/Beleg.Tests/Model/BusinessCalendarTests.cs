using Beleg.Model;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessHours NineToFive = new(
        LocalDate.MinIsoValue,
        Enumerable.Range(1, 7).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<BusinessDay>)[new BusinessDay(new LocalTime(9, 0), new LocalTime(17, 0))]),
        new HashSet<LocalDate> { new(2026, 10, 3) });

    private static readonly BusinessCalendar Calendar = new(NineToFive);

    private static Instant Local(string text) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value.InZoneLeniently(Berlin).ToInstant();

    private static double Hours(string from, string to) => Calendar.Between(Local(from), Local(to), Berlin).TotalHours;

    [Theory]
    [InlineData("2026-09-14 16:00", "2026-09-15 10:00", 2)]
    [InlineData("2026-03-28 16:00", "2026-03-30 10:00", 10)]
    [InlineData("2026-10-24 16:00", "2026-10-26 10:00", 10)]
    [InlineData("2026-10-02 16:00", "2026-10-04 10:00", 2)]
    [InlineData("2026-09-14 18:00", "2026-09-15 08:00", 0)]
    public void OnlyOpenHoursCountOnDaysOf23And25HoursAndHolidays(string from, string to, double hours) => Hours(from, to).ShouldBe(hours);

    [Fact]
    public void AnOpeningThroughTheChangeOfClocksLastsAsLongAsItReallyDid()
    {
        var night = new BusinessCalendar(NineToFive with { Week = Enumerable.Range(1, 7).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<BusinessDay>)[new BusinessDay(LocalTime.Midnight, LocalTime.Midnight)]) });
        night.Between(Local("2026-03-29 00:00"), Local("2026-03-30 00:00"), Berlin).TotalHours.ShouldBe(23);
        night.Between(Local("2026-10-25 00:00"), Local("2026-10-26 00:00"), Berlin).TotalHours.ShouldBe(25);
    }

    [Fact]
    public void EachDayHasTheHoursValidOnIt()
    {
        var shorter = NineToFive with { ValidFrom = new LocalDate(2026, 9, 15), Week = new Dictionary<IsoDayOfWeek, IReadOnlyList<BusinessDay>> { [IsoDayOfWeek.Tuesday] = [new BusinessDay(new LocalTime(9, 0), new LocalTime(12, 0))] } };
        new BusinessCalendar(shorter, NineToFive).Between(Local("2026-09-14 00:00"), Local("2026-09-16 00:00"), Berlin).TotalHours.ShouldBe(11);
    }

    [Fact]
    public void TheClockOfAPersonRunsInBusinessHoursBesideCalendarTime()
    {
        var settings = Settings with { Zone = Berlin, Calendar = Calendar };
        var conversation = FoldWith(settings, Inbound(Anna, Local("2026-10-24 16:30")), Human(Anna, Local("2026-10-25 09:15"))).Conversations.ShouldHaveSingleItem();
        conversation.HumanResponseBusinessMs.ShouldBe(45 * 60_000);
        conversation.HumanResponseMs.ShouldBe((17 * 60 + 45) * 60_000);
        conversation.OutOfHours.ShouldBe(false);
        conversation.Day.ShouldBe(new LocalDate(2026, 10, 24));
    }

    [Fact]
    public void WithoutACalendarThereIsNoValue()
    {
        var conversation = Fold(Inbound(Anna, At("2026-09-14 10:00")), Human(Anna, At("2026-09-14 10:10"))).Conversations.ShouldHaveSingleItem();
        (conversation.HumanResponseBusinessMs, conversation.OutOfHours).ShouldBe((null, null));
    }

    [Fact]
    public void TheDayIsThatOfTheWorkspacesZoneAroundEveryMidnight()
    {
        foreach (var zone in new[] { Berlin, DateTimeZoneProviders.Tzdb["Pacific/Apia"], DateTimeZoneProviders.Tzdb["America/St_Johns"], DateTimeZone.Utc })
        {
            var clock = new DayClock(zone);
            for (var at = At("2011-12-28 00:00"); at < At("2012-01-03 00:00"); at = at.Plus(Duration.FromMinutes(29)))
                clock.Of(at).ShouldBe(at.InZone(zone).Date);
            for (var at = At("2026-03-28 00:00"); at < At("2026-03-31 00:00"); at = at.Plus(Duration.FromMinutes(29)))
                clock.Of(at).ShouldBe(at.InZone(zone).Date);
        }
    }
}
