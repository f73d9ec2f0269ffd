using Beleg.Metrics;
using Beleg.Model;
using NodaTime;

namespace Beleg.Tests.Reports.Findings;

public sealed class SlowHoursTests
{
    private const long Quick = 300_000;
    private const long Late = 7_200_000;

    [Fact]
    public void EveningsInWhichPeopleWaitAreSaidOnTheWorkspacesClocks()
    {
        // 16:30 UTC is 18:30 in Berlin.
        var slow = new FindingCase { Settings = new MetricSettings { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] } }
            .Talks(60, Waits(Quick), "2026-09-02T08:30:00Z").Talks(40, Waits(Late), "2026-09-03T16:30:00Z").Talks(20, Waits(Quick), "2026-09-03T16:45:00Z");
        var finding = slow.Of("slow_hours").Single();
        finding.Subject.ShouldBe("18-21");
        finding.Says.En.ShouldBe("From 18:00–21:00 66.7% of 60 people wait over an hour for a person; at other times 0.0% do.");
        slow.Behind("slow_hours").Count.ShouldBe(40);
    }

    [Fact]
    public void WhereItIsAlwaysSlowNoHourIs() =>
        new FindingCase().Talks(60, Waits(Late), "2026-09-02T08:30:00Z").Talks(60, Waits(Late), "2026-09-03T16:30:00Z").Of("slow_hours").ShouldBeEmpty();

    private static Func<ConversationFact, ConversationFact> Waits(long ms) => c => c with { HumanInvolved = true, HumanActed = true, HumanOutbound = 1, HumanClockAt = c.StartedAt, HumanResponseMs = ms };
}
