using Beleg.Model;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

/// <summary>The same id with other content: one counts whatever order they came in, and the contradiction is a fact of its own.</summary>
public sealed class ConflictTests
{
    private static readonly Instant Placed = At("2026-09-14 10:00");

    private static Event Version(long total, Instant? updatedAt = null, bool revises = false, string id = "same") =>
        Order(Anna, Placed, total) with { Id = Hash.Of("event", id), UpdatedAt = updatedAt, Revises = revises };

    [Fact]
    public void TheLatestByTheSourcesClockCountsAndTheConflictSaysSo()
    {
        var facts = Fold(Version(3_000, At("2026-09-14 12:00")), Version(1_000, At("2026-09-14 11:00")));
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(3_000);
        var conflict = facts.Conflicts.ShouldHaveSingleItem();
        (conflict.Versions, conflict.ByUpdateTime, conflict.Kind, conflict.OrderId, conflict.Contact).ShouldBe((2, true, EventKind.OrderCompleted, "1001", facts.Contacts[0].Contact));
    }

    [Fact]
    public void WhereNothingTellsWhichIsLaterAlwaysTheSameOneCounts()
    {
        var facts = Fold(Version(3_000), Version(1_000));
        facts.Conflicts.ShouldHaveSingleItem().ByUpdateTime.ShouldBeFalse();
        Canonical(Fold(Version(1_000), Version(3_000))).ShouldBe(Canonical(facts));
    }

    [Fact]
    public void TheSameAgainIsNoConflict() =>
        Fold(Version(3_000), Version(3_000), Version(3_000) with { OccurredAt = Placed + Duration.FromMinutes(5) }).Conflicts.ShouldBeEmpty();

    [Fact]
    public void OtherIdsAreNoConflict() => Fold(Version(3_000), Version(1_000, id: "other")).Conflicts.ShouldBeEmpty();

    [Fact]
    public void ALaterStateOfAThingReplacesTheEarlierAsAMatterOfCourse()
    {
        var facts = Fold(Version(3_000, At("2026-09-14 12:00"), revises: true), Version(1_000, At("2026-09-14 11:00"), revises: true));
        facts.Conflicts.ShouldBeEmpty();
        facts.Orders.ShouldHaveSingleItem().NetMinor.ShouldBe(3_000);
        Fold(Version(3_000, At("2026-09-14 12:00"), revises: true), Version(1_000, At("2026-09-14 12:00"), revises: true)).Conflicts.ShouldHaveSingleItem().ByUpdateTime.ShouldBeFalse();
    }

    [Fact]
    public void EachContentIsCountedOnceHoweverOftenAndInWhateverOrderItComes()
    {
        Event[] versions = [Version(1, At("2026-09-14 11:00")), Version(2, At("2026-09-14 12:00")), Version(3, At("2026-09-14 13:00")), Version(1, At("2026-09-14 11:30")), Version(3, At("2026-09-14 13:00"))];
        var expected = Canonical(Fold(versions));
        Fold(versions).Conflicts.ShouldHaveSingleItem().Versions.ShouldBe(3);
        for (var seed = 0; seed < 50; seed++)
            Canonical(Fold(SomeHistory.Shuffled([.. versions], seed))).ShouldBe(expected);
    }

    [Fact]
    public void AnyHistoryWithContradictionsGivesTheSameFactsInAnyOrder()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var events = SomeHistory.Of(seed, 40).ToList();
            foreach (var happened in events.ToList().Where(_ => random.Next(4) == 0))
                events.Add(happened with { StepId = $"other {random.Next(3)}", UpdatedAt = random.Next(2) == 0 ? null : happened.OccurredAt + Duration.FromMinutes(random.Next(5)) });
            var facts = Fold(events);
            facts.Conflicts.ShouldNotBeEmpty();
            Canonical(Fold(SomeHistory.Shuffled(events, seed + 1))).ShouldBe(Canonical(facts), $"seed {seed}");
        }
    }

    [Fact]
    public void ALineOfTheLedgerCanBeInConflictToo()
    {
        static Event Cost(long minor) => new()
        {
            Kind = EventKind.CostRecorded,
            Id = Hash.Of("event", "cost"),
            OccurredAt = Placed,
            Source = "operator",
            Trust = Trust.Operator,
            Payload = new CostPayload { CostId = "platform", Cost = "platform", AmountMinor = minor, Currency = "EUR" },
        };
        var facts = new FactBatch();
        LedgerFold.Fold([Cost(100), Cost(200), Cost(100)], Settings, facts);
        facts.LedgerConflicts.ShouldHaveSingleItem().Versions.ShouldBe(2);
        facts.Costs.Count.ShouldBe(1);
    }
}
