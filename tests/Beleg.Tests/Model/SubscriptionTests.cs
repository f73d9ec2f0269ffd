using Beleg.Model;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class SubscriptionTests
{
    private static readonly Instant Start = At("2026-06-01 10:00");

    [Fact]
    public void ASubscriptionStandsByItsLatestWord()
    {
        Event[] life = [Subscription(EventKind.SubscriptionStarted, Start, 900, "basic"), Subscription(EventKind.SubscriptionChanged, Day(30), 1_900, "pro"), Subscription(EventKind.SubscriptionCancelled, Day(60))];
        var subscription = Fold(SomeHistory.Shuffled(life, 3)).Subscriptions.ShouldHaveSingleItem();
        (subscription.State, subscription.StartedAt, subscription.ChangedAt, subscription.CancelledAt).ShouldBe((SubscriptionState.Cancelled, Start, Day(30), Day(60)));
        (subscription.Plan, subscription.AmountMinor, subscription.Contact).ShouldBe(("pro", 1_900, Anna.Key));
    }

    [Fact]
    public void TakenUpAgainItRuns()
    {
        var subscription = Fold(Subscription(EventKind.SubscriptionStarted, Start), Subscription(EventKind.SubscriptionCancelled, Day(10)), Subscription(EventKind.SubscriptionStarted, Day(20))).Subscriptions.ShouldHaveSingleItem();
        (subscription.State, subscription.StartedAt, subscription.CancelledAt).ShouldBe((SubscriptionState.Active, Start, null));
    }

    [Fact]
    public void ACancellationThatNamesNobodyFindsItsSubscriber()
    {
        var facts = Fold(Subscription(EventKind.SubscriptionStarted, Start), Subscription(EventKind.SubscriptionCancelled, Day(10)) with { Identifiers = [] });
        facts.Subscriptions.ShouldHaveSingleItem().State.ShouldBe(SubscriptionState.Cancelled);
    }

    [Fact]
    public void WhatABrowserSaysChangesNoSubscription() =>
        Fold(Subscription(EventKind.SubscriptionStarted, Start), Subscription(EventKind.SubscriptionCancelled, Day(10)) with { Trust = Trust.Browser }).Subscriptions.ShouldHaveSingleItem().State.ShouldBe(SubscriptionState.Active);

    [Theory]
    [InlineData(40, null, true)]
    [InlineData(40, 71, true)]
    [InlineData(40, 70, false)]
    [InlineData(40, 41, false)]
    public void WhoWantedToCancelIsKeptUnlessACancellationComesWithinThirtyDays(int wanted, int? cancelled, bool kept)
    {
        Event[] story = [Subscription(EventKind.SubscriptionStarted, Start), Wants("cancel", Day(wanted)), Bot(Anna, Day(wanted).Plus(Duration.FromMinutes(1)))];
        var intent = Fold(cancelled is { } day ? [.. story, Subscription(EventKind.SubscriptionCancelled, Day(day))] : story).CancellationIntents.ShouldHaveSingleItem();
        (intent.Handled, intent.Kept).ShouldBe((true, kept));
    }

    [Fact]
    public void WhoHasNothingToCancelIsNotKept()
    {
        Fold(Wants("cancel", Start)).CancellationIntents.ShouldBeEmpty();
        Fold(Subscription(EventKind.SubscriptionStarted, Day(5)), Wants("cancel", Start)).CancellationIntents.ShouldBeEmpty();
        Fold(Subscription(EventKind.SubscriptionStarted, Start), Subscription(EventKind.SubscriptionCancelled, Day(5)), Wants("cancel", Day(6))).CancellationIntents.ShouldBeEmpty();
    }

    [Fact]
    public void AConversationCountsOnceAndAnotherIntentNever()
    {
        var facts = Fold(
            Subscription(EventKind.SubscriptionStarted, Start), Wants("Cancellation", Day(1)), Wants("cancel", Day(1).Plus(Duration.FromMinutes(2))), Wants("order_status", Day(9)));
        facts.CancellationIntents.ShouldHaveSingleItem().Handled.ShouldBeFalse();
    }

    private static Instant Day(int days) => Start.Plus(Duration.FromDays(days));

    private static Event Wants(string intent, Instant at)
    {
        var said = Inbound(Anna, at);
        return said with { Payload = ((MessagePayload?)said.Payload ?? new MessagePayload()) with { Intent = intent } };
    }

    private static Event Subscription(EventKind kind, Instant at, long? amount = null, string? plan = null) =>
        Act(kind, Anna, at, new SubscriptionPayload { SubscriptionId = "s1", AmountMinor = amount, Currency = amount is null ? null : "EUR", Plan = plan }, Channel.Other);
}
