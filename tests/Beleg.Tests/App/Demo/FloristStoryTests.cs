using Beleg.App.Demo;
using Beleg.Model;

namespace Beleg.Tests.App.Demo;

/// <summary>The florist's figures, counted from the facts by hand: no metric is asked.</summary>
public sealed class FloristStoryTests
{
    private static readonly Lazy<FactBatch> Folded = new(() => DemoFacts.Of(FloristStory.Story));

    private static FactBatch Facts => Folded.Value;

    [Theory]
    [InlineData(8, 620_00)]
    [InlineData(9, 1_280_00)]
    public void TheRevenueOfTheMonthIsExactHoweverItIsAskedFor(int month, long cents)
    {
        var chat = Facts.Credits.Where(c => c.IsChat).ToList();
        var cohort = chat.Where(c => c.ConversationAutomated && c.ConversationDay is { } day && day.Year == 2026 && day.Month == month).ToList();

        cohort.Sum(c => c.Linear).ShouldBe(cents);
        cohort.Where(c => c.Evidence <= Evidence.C).Sum(c => c.Linear).ShouldBe(cents, "conservative");
        chat.In(month, c => c.Day).Sum(c => c.Linear).ShouldBe(cents, "by the day of the order");
        Facts.Orders.In(month, o => o.Day).Where(o => o.Influenced).Sum(o => o.NetMinor).ShouldBe(cents, "influenced");
        Facts.Conversations.In(month, c => c.Day).Count(c => c.Automated).ShouldBe(200);
    }

    [Theory]
    [InlineData(8, 80)]
    [InlineData(9, 44)]
    public void TheFirstMessageLosesFewerInSeptember(int month, int lost)
    {
        var openers = Facts.StepVisits.In(month, v => v.Day).Where(v => v.IsOpener).ToList();

        openers.Count.ShouldBe(200);
        openers.Count(v => !v.Left).ShouldBe(lost);
    }

    [Fact]
    public void TheFirstAnswerTakesMoreThanAMinuteInAugustAndLessInSeptember()
    {
        static long Median(int month)
        {
            var times = Facts.Conversations.In(month, c => c.Day).Where(c => c.AutomatedResponseMs is not null).Select(c => c.AutomatedResponseMs!.Value).Order().ToList();
            return times[times.Count / 2];
        }

        Median(8).ShouldBeGreaterThan(60_000);
        Median(9).ShouldBeLessThan(60_000);
    }

    [Theory]
    [InlineData(8, 30, 9)]
    [InlineData(9, 32, 4)]
    public void FewerStayAwaySinceTheyAreReminded(int month, int due, int missed)
    {
        var appointments = Facts.Appointments.Where(a => a.Day.Year == 2026 && a.Day.Month == month).ToList();

        appointments.Count.ShouldBe(due);
        appointments.Count(a => a.State == AppointmentState.Missed).ShouldBe(missed);
    }

    [Theory]
    [InlineData(7, new[] { Evidence.A, Evidence.B, Evidence.C, Evidence.D, Evidence.None })]
    [InlineData(8, new[] { Evidence.A, Evidence.B, Evidence.C, Evidence.E, Evidence.None })]
    [InlineData(9, new[] { Evidence.A, Evidence.B, Evidence.C, Evidence.E, Evidence.None })]
    public void OrdersAreTiedInEveryWay(int month, Evidence[] grades) =>
        Facts.Orders.In(month, o => o.Day).Where(o => o.State == OrderState.Counted).Select(o => o.Evidence).Distinct().ShouldBe(grades, ignoreOrder: true);

    [Fact]
    public void TheDeadOfferIsGoneAndTheBundleComesSecond()
    {
        Facts.StepVisits.In(8, v => v.Day).Count(v => v.StepId == "next-order-offer" && !v.Left).ShouldBe(42);
        Facts.StepVisits.In(9, v => v.Day).Select(v => v.StepId).ShouldNotContain("next-order-offer");
        Facts.StepVisits.In(9, v => v.Day).Where(v => v.StepId == "bundle").ShouldAllBe(v => v.StepIndex == 1);
        Facts.StepVisits.In(9, v => v.Day).ShouldAllBe(v => v.FlowVersion == "4");
    }

    [Fact]
    public void OneOrderOfAMonthIsSharedByTwoConversations()
    {
        var shared = Facts.Credits.In(9, c => c.Day).Where(c => c.IsChat && c.Kind == CreditKind.Order).GroupBy(c => c.Order).Where(g => g.Select(c => c.Conversation).Distinct().Count() == 2).ToList();

        shared.ShouldHaveSingleItem().Select(c => c.Linear).ShouldBe([20_00, 20_00]);
    }

    [Fact]
    public void TheCustomerWhoWasTwoIsOneSinceSheSaidSo()
    {
        var order = Facts.Orders.In(7, o => o.Day).Where(o => o.GrossMinor == 56_00 && o.Influenced).ShouldHaveSingleItem();

        order.Evidence.ShouldBe(Evidence.C);
    }

    [Fact]
    public void WhatThePagesWantToShowIsThere()
    {
        var september = Facts.Conversations.In(9, c => c.Day).ToList();
        september.Count(c => c.HandoffRequested).ShouldBe(14);
        september.Sum(c => c.Fallbacks).ShouldBeGreaterThan(0);
        september.Count(c => c.Abandoned).ShouldBeGreaterThan(0);
        september.Select(c => c.EntryPoint).Distinct().Count().ShouldBeGreaterThan(3);
        Facts.Leads.In(9, l => l.Day).Count(l => !l.WithConsent).ShouldBeGreaterThan(0);
        Facts.Leads.In(9, l => l.Day).Count(l => l.WithConsent).ShouldBeGreaterThan(30);
        Facts.Messages.In(9, m => m.Day).Count(m => m.FailedAt is not null).ShouldBeGreaterThan(0);
        Facts.Clicks.In(9, c => c.Day).Count(c => !c.Counted && c.NotCountedBecause == "preview").ShouldBeGreaterThan(0);
        Facts.Surveys.In(9, s => s.Day).Count().ShouldBeGreaterThan(10);
        Facts.Surveys.In(9, s => s.Day).Where(s => s.Type == Beleg.Sources.SurveyType.Thumb).Select(s => s.Score).Distinct().Count().ShouldBe(2, "thumbs up and down");
        Facts.Consents.Count(c => c.WithdrawnAt is not null).ShouldBeGreaterThan(0);
        Facts.Refunds.Count.ShouldBeGreaterThan(3);
        Facts.Orders.Select(o => o.State).ShouldContain(OrderState.Test);
        Facts.Orders.Select(o => o.State).ShouldContain(OrderState.Cancelled);
    }

    [Fact]
    public void TheWinterBeforeDrawsItsContactsAsTheAssignmentWould()
    {
        foreach (var (experiment, arms, weights) in new[] { ("refill-holdout", new[] { "held-out", "treated" }, new[] { .3, .7 }), ("letter-subject", ["news", "question"], [.5, .5]), ("letter-photo", ["words", "photo"], [.5, .5]) })
        {
            var seen = Facts.Exposures.Where(e => e.ExperimentId == experiment).ToList();
            var plan = new Beleg.Statistics.Experiments.Experiment(experiment, "", "", arms) { Weights = weights };
            var drawn = Enumerable.Range(0, FloristList.Count).Select(place => arms[plan.ArmOf(FloristList.Key(place))!.Value]).ToList();

            arms.Select(arm => seen.Count(e => e.VariationId == arm)).ShouldBe(arms.Select(arm => drawn.Count(d => d == arm)), experiment);
            seen.Select(e => e.Contact).Distinct().Count().ShouldBe(FloristList.Count, experiment);
        }
    }

    [Fact]
    public void TheListBuysAgainByTwoMoreChannelsAndLeavesTheWorkedMonthsAlone()
    {
        Facts.Credits.Where(c => c.IsChat && c.Kind == CreditKind.Order).Select(c => c.Channel).Distinct()
            .ShouldBe([Beleg.Sources.Channel.WhatsApp, Beleg.Sources.Channel.Email, Beleg.Sources.Channel.Instagram], ignoreOrder: true);
        Facts.Credits.Where(c => c.IsChat && c.Day >= new NodaTime.LocalDate(2026, 4, 1)).Select(c => c.Channel).Distinct().ShouldBe([Beleg.Sources.Channel.Instagram]);
        Facts.Orders.Where(o => o.State == OrderState.Counted).GroupBy(o => o.Contact).Count(buyer => buyer.Count() > 1).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void TheShopsOwnTotalIsWhatItsOrdersCameTo()
    {
        var reported = DemoEvents.Of(FloristStory.Story).Events.Select(e => e.Payload).OfType<Beleg.Sources.ShopTotalPayload>().ToList();

        reported.Count.ShouldBe(6);
        foreach (var total in reported)
        {
            var orders = Facts.Orders.Where(o => o.Day >= total.From && o.Day < total.To).ToList();
            (orders.Sum(o => o.GrossMinor) - Facts.Refunds.Where(r => r.Day >= total.From && r.Day < total.To).Sum(r => r.AmountMinor)).ShouldBe(total.AmountMinor, $"{total.From}: nothing is left to explain");
            orders.Count.ShouldBe(total.Orders!.Value);
            Facts.Refunds.Where(r => orders.Exists(o => o.Order == r.Order)).ShouldAllBe(r => r.Day < total.To);
        }
    }
}
