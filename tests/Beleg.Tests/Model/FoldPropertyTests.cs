using Beleg.Model;
using Beleg.Sources;
using Beleg.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

/// <summary>What holds for every history. Each run draws other ones; a failure names the seed that repeats it.</summary>
public sealed class FoldPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120);

    [Fact]
    public void AnyOrderAndAnyRepetitionOfTheEventsGivesTheSameFacts() => Check((seed, size) =>
    {
        var events = SomeHistory.Of(seed, size);
        Canonical(Fold(SomeHistory.Shuffled(events, seed + 1))).ShouldBe(Canonical(Fold(events)));
    });

    [Fact]
    public void EvenTheRowsComeInTheSameOrder() => Check((seed, size) =>
    {
        var events = SomeHistory.Of(seed, size);
        Fold(SomeHistory.Shuffled(events, seed + 1)).Credits.ShouldBe(Fold(events).Credits);
    });

    [Fact]
    public void WhatIsFoldedFromTheStoredFormIsTheSame() => Check((seed, size) =>
    {
        var events = SomeHistory.Of(seed, size);
        Canonical(Fold(events.Select(Stored))).ShouldBe(Canonical(Fold(events)));
    });

    [Fact]
    public void AMergeThatIsUndoneLeavesTheFactsFromBefore() => Check((seed, size) =>
    {
        List<Event> here = [.. SomeHistory.Of(seed, size, 1), Inbound(Anna, At("2026-03-24 10:00"))];
        var there = new List<Event> { Inbound(Berta, At("2026-03-25 10:00")), Order(Berta, At("2026-03-26 10:00"), 700, "b1") };
        List<Event> before = [.. here, .. there];
        var name = here.SelectMany(e => e.Identifiers).First();
        var (merge, undo) = (Merge(At("2026-05-01 10:00"), name, Berta), Merge(At("2026-05-02 10:00"), name, Berta, undo: true));

        Canonical(Fold(before.Append(merge))).ShouldNotBe(Canonical(Fold(before)));
        Canonical(Fold(before.Append(undo).Append(merge))).ShouldBe(Canonical(Fold(before)));
    });

    [Fact]
    public void CreditsSumToTheNetOfTheirOrderInEveryModel() => Check((seed, size) =>
    {
        var facts = Fold(SomeHistory.Of(seed, size));
        var sums = facts.Credits.ToLookup(c => c.Order);
        foreach (var order in facts.Orders)
        {
            foreach (var model in Models)
                sums[order.Order].Sum(model).ShouldBe(order.NetMinor);
            if (order.State != OrderState.Counted)
                sums[order.Order].ShouldBeEmpty();
        }

        facts.Credits.Select(c => c.Order).Except(facts.Orders.Select(o => o.Order)).ShouldBeEmpty();
    });

    [Fact]
    public void ALaterVisitNeverChangesAnEarlierCredit() => Check((seed, size) =>
    {
        var events = SomeHistory.Of(seed, size);
        var names = events.SelectMany(e => e.Identifiers).Distinct().ToList();
        var later = names.Select((name, i) => Visit(name, At("2027-01-01 10:00"), $"later{i}"));
        Fold(events.Concat(later)).Credits.ShouldBe(Fold(events).Credits);
    });

    [Fact]
    public void EveryKeyIsUniqueAndLeadsSomewhere() => Check((seed, size) =>
    {
        var facts = Fold(SomeHistory.Of(seed, size));
        Unique(facts.Contacts, c => c.Contact);
        Unique(facts.Conversations, c => c.Conversation);
        Unique(facts.Messages, m => m.Message);
        Unique(facts.Clicks, c => c.Click);
        Unique(facts.Orders, o => o.Order);
        Unique(facts.Refunds, r => r.Refund);
        Unique(facts.Touchs, t => t.Touch);
        Unique(facts.StepVisits, v => v.Visit);
        Unique(facts.FlowRuns, r => r.Run);
        Unique(facts.Handoffs, h => h.Handoff);
        Unique(facts.Leads, l => l.Lead);
        Unique(facts.Consents, c => c.Consent);
        Unique(facts.Surveys, s => (s.Survey, s.Conversation));
        Unique(facts.Visits, v => v.Visit);
        Unique(facts.Appointments, a => a.Appointment);
        Unique(facts.Deals, d => d.Deal);
        Unique(facts.Carts, c => c.Cart);
        Unique(facts.Subscriptions, s => s.Subscription);
        Unique(facts.CancellationIntents, c => c.Conversation);
        Unique(facts.UnmatchedRefunds, r => r.Refund);
        Unique(facts.Credits, c => (c.Booking, c.Touch));
        var contacts = facts.Contacts.Select(c => c.Contact).ToHashSet();
        facts.Messages.ShouldAllBe(m => contacts.Contains(m.Contact));
        facts.Orders.ShouldAllBe(o => contacts.Contains(o.Contact) && (o.JoinedContact.IsNone || contacts.Contains(o.JoinedContact)));
        var conversations = facts.Conversations.Select(c => c.Conversation).ToHashSet();
        facts.Messages.ShouldAllBe(m => conversations.Contains(m.Conversation));
        var touches = facts.Touchs.Select(t => t.Touch).ToHashSet();
        facts.Credits.ShouldAllBe(c => c.Touch.IsNone || touches.Contains(c.Touch));
    });

    [Fact]
    public void TheShortWayForOneContactGivesWhatTheLongWayGives() => Check((seed, size) =>
    {
        var events = SomeHistory.Of(seed, size, 1).Where(e => e.Kind is not (EventKind.ContactsMerged or EventKind.MergeUndone)).ToList();
        // Below eight names the short way is never taken.
        Canonical(FoldWith(Settings with { MaxContactsPerIdentifier = 7 }, events)).ShouldBe(Canonical(Fold(events)));
    });

    private static Func<CreditFact, long>[] Models => [c => c.First, c => c.Last, c => c.LastNonDirect, c => c.Linear, c => c.Position, c => c.TimeDecay, c => c.Influenced];

    private static void Check(Action<int, int> holds) =>
        Prop.ForAll<int, PositiveInt>((seed, size) => holds(Math.Abs(seed % 1_000_000) * 1009 + size.Get, size.Get)).Check(Many);

    private static void Unique<TFact, TKey>(List<TFact> facts, Func<TFact, TKey> key) =>
        facts.GroupBy(key).Where(g => g.Count() > 1).Select(g => string.Join('\n', g)).ShouldBeEmpty();

    private static Event Stored(Event happened)
    {
        var writer = new EventWriter();
        EventCodec.Write(happened, writer);
        return EventCodec.Read(writer.Written);
    }
}
