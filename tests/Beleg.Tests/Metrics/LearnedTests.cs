using System.Collections.Frozen;
using Beleg.Attribution;
using Beleg.Attribution.DataDriven;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Channels;
using Beleg.Reports.Switching;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Data-driven models as models of figures: what the SQL shares is what a recount in whole numbers shares.</summary>
public sealed class LearnedTests
{
    private static readonly Period Months = new(new LocalDate(2026, 7, 1), new LocalDate(2026, 10, 1));
    private const string Days = "from=2026-07-01&to=2026-10-01";

    public static TheoryData<string, int> Cases => new() { { "markov", 1 }, { "shapley", 2 }, { "markov", 3 }, { "shapley", 4 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AFigureIsWhatARecountOfTheCreditsSays(string model, int seed)
    {
        var facts = Told(seed);
        using var scene = new MetricScene(facts);
        var recount = Recount(facts, model);
        var answer = scene.Ask($"metrics=attributed_revenue,influenced_revenue&{Days}&by=channel&model={model}");
        recount.Count.ShouldBeGreaterThan(200);
        answer["attributed_revenue"].Total.Value.ShouldBe(recount.Where(r => r.Row.IsChat && Months.Contains(r.Row.Day)).Sum(r => r.Cents) / 100m);
        foreach (var row in answer["attributed_revenue"].Rows)
            row.Figure.Value.ShouldBe(recount.Where(r => r.Row.IsChat && Months.Contains(r.Row.Day) && Name(r.Row.Channel) == row.Group[0].Value).Sum(r => r.Cents) / 100m, row.Group[0].Value);
        answer["attributed_revenue"].Total.Parts["conservative"].Value
            .ShouldBe(recount.Where(r => r.Row is { IsChat: true, Evidence: <= Evidence.C } && Months.Contains(r.Row.Day)).Sum(r => r.Cents) / 100m);
        answer["influenced_revenue"].Total.Value.ShouldBe(scene.Ask($"metrics=influenced_revenue&{Days}")["influenced_revenue"].Total.Value);
        answer["attributed_revenue"].Notes[0].En.ShouldContain("with null paths");
        answer["influenced_revenue"].Notes.ShouldBeEmpty();
        answer["attributed_revenue"].Total.Value.ShouldNotBe(scene.Ask($"metrics=attributed_revenue&{Days}")["attributed_revenue"].Total.Value, "a model that learned nothing would prove nothing");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARevenuePerChatFollowsItToo(string model, int seed)
    {
        var facts = Told(seed);
        using var scene = new MetricScene(facts);
        var recount = Recount(facts, model).Where(r => r.Row is { IsChat: true, ConversationAutomated: true } && r.Row.ConversationDay is { } day && Months.Contains(day));
        scene.Ask($"metrics=revenue_per_chat&{Days}&model={model}")["revenue_per_chat"].Total.Numerator.ShouldBe(recount.Sum(r => r.Cents) / 100m);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NothingIsLostBetweenTheShopAndTheCredits(string model, int seed)
    {
        using var scene = new MetricScene(Told(seed));
        var answer = scene.Ask($"metrics=attributed_revenue&{Days}&grain=month&model={model}");
        var footer = answer.Footer.ShouldNotBeNull();
        footer.Difference.ShouldBe(0);
        (footer.Attributed + footer.Unattributed + footer.Excluded).ShouldBe(footer.ShopTotal);
        footer.Attributed.ShouldBe(answer["attributed_revenue"].Total.Value!.Value);
        answer["attributed_revenue"].Rows.Sum(r => r.Figure.Value).ShouldBe(answer["attributed_revenue"].Total.Value, "the months share one set of weights");
    }

    [Fact]
    public async Task TheModelsBesideEachOtherSayTheSame()
    {
        using var scene = new MetricScene(Told(seed: 5));
        var beside = await ChannelReader.ReadAsync(scene.Engine, scene.Warehouse, scene.Settings, Months, 1, true, TestContext.Current.CancellationToken);
        foreach (var model in LearnedWeights.Models)
        {
            var figure = scene.Ask($"metrics=attributed_revenue&{Days}&by=channel&model={model}")["attributed_revenue"];
            var place = beside.Models.ToList().IndexOf(model);
            foreach (var row in figure.Rows)
                beside.Rows.Single(r => r.Channel == row.Group[0].Value).Money[place].ShouldBe(row.Figure.Value!.Value, $"{model} {row.Group[0].Value}");
            beside.Totals[place].ShouldBe(beside.Totals[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task WhatWouldChangeUnderItIsWhatItsFiguresSay(string model, int seed)
    {
        var facts = Told(seed);
        using var scene = new MetricScene(facts);
        var report = await LearnedSwitchReader.ReadAsync(
            scene.Engine, scene.Warehouse, Currency.Find("EUR"), new SwitchSide("position", 30, "-", 7), model, Months, TestContext.Current.CancellationToken);
        foreach (var (side, id) in new (Func<SwitchLine, decimal>, string)[] { (l => l.Before, "position"), (l => l.After, model) })
        {
            var answer = scene.Ask($"metrics=attributed_revenue&{Days}&by=channel&model={id}")["attributed_revenue"];
            side(report.Total("attributed")).ShouldBe(answer.Total.Value!.Value, id);
            side(report.Total("conservative")).ShouldBe(answer.Total.Parts["conservative"].Value!.Value, id);
            (side(report.Total("attributed")) + side(report.Total("other_touches")) + side(report.Total("unattributed"))).ShouldBe(side(report.Total("total")), id);
            foreach (var row in answer.Rows.Where(row => row.Figure.Value != 0))
                side(report.Channels.Single(c => c.Name == row.Group[0].Value)).ShouldBe(row.Figure.Value!.Value, $"{id} {row.Group[0].Value}");
            report.Flows.Sum(side).ShouldBe(side(report.Total("attributed")), id);
        }

        report.Total("total").Change.ShouldBe(0);
        report.Total("influenced").Change.ShouldBe(0);
        report.Changed.ShouldBeInRange(1, report.Orders);
        report.Grades.Sum(g => g.OrdersAfter).ShouldBe(report.Orders);
        report.Grades.Sum(g => g.After).ShouldBe(report.Total("attributed").After);
        report.Movers.Count.ShouldBeInRange(1, 10);
        Math.Abs(report.Movers[0].After - report.Movers[0].Before).ShouldBeGreaterThanOrEqualTo(Math.Abs(report.Movers[^1].After - report.Movers[^1].Before));
        (report.Current.Model, report.Proposed.Model).ShouldBe(("position", model));
    }

    [Fact]
    public async Task WhatWouldChangeUnderItAsksForEnoughToLearnFrom()
    {
        using var scene = new MetricScene(Told(seed: 6, contacts: 12));
        var refused = await Should.ThrowAsync<UserErrorException>(() => LearnedSwitchReader.ReadAsync(
            scene.Engine, scene.Warehouse, Currency.Find("EUR"), new SwitchSide("linear", 30, "-", 7), "markov", Months, TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("at least 100 orders");
    }

    [Fact]
    public void BelowTheMinimumItRefusesWithTheReason()
    {
        using var scene = new MetricScene(Told(seed: 6, contacts: 12));
        var answer = scene.Ask($"metrics=attributed_revenue,revenue_per_chat,influenced_revenue,rocs&{Days}&model=markov");
        answer["attributed_revenue"].Total.Value.ShouldBeNull();
        answer["revenue_per_chat"].Total.Value.ShouldBeNull();
        answer["rocs"].Total.Value.ShouldBeNull();
        answer["attributed_revenue"].Gaps[0].En.ShouldContain("at least 100 orders");
        answer["attributed_revenue"].Gaps[0].De.ShouldContain("mindestens 100 Bestellungen");
        answer["influenced_revenue"].Total.Value.ShouldNotBeNull();
        answer.Footer.ShouldBeNull();
    }

    [Fact]
    public async Task TheExplanationNamesPeriodOrderAndWeights()
    {
        using var scene = new MetricScene(Told(seed: 7));
        var request = MetricScene.Request($"metrics=attributed_revenue&{Days}&model=markov");
        var text = (await scene.Engine.ExplainAsync(scene.Warehouse, request, scene.Settings, TestContext.Current.CancellationToken)).ToText();
        text.ShouldContain("Markov chain of order 1, with null paths");
        text.ShouldContain("whatsapp 0.");
    }

    [Fact]
    public void AChannelTouchedTwiceCountsOnceInAnOrder()
    {
        var weights = new LearnedWeights { Model = "markov", Period = Months, Converting = 500, Nulls = 0, Channels = [("email", 300, .3), ("whatsapp", 700, .7)] };
        var given = new long[3];
        LargestRemainder.Allocate(1000, weights.Weigh(["whatsapp", "email", "whatsapp"]), given);
        given.ShouldBe([350, 300, 350]);
        LargestRemainder.Allocate(1000, weights.Weigh(["sms", "push", "push"]), given);
        given.ShouldBe([500, 250, 250], "none of its channels was learned, so they weigh the same");
    }

    /// <summary>What each credit row is given, recounted from the facts without SQL and without the product's own weighing.</summary>
    private static List<(CreditFact Row, long Cents)> Recount(FactBatch facts, string model)
    {
        var orders = facts.Credits.Where(c => !c.Touch.IsNone).GroupBy(c => c.Order).ToList();
        var credited = facts.Credits.Select(c => c.Touch).ToHashSet();
        var converted = orders.Select(o => o.Where(c => c.Kind == CreditKind.Order).OrderBy(c => c.TouchAt).ThenBy(c => c.Touch).ToList())
            .Where(o => Months.Contains(o[0].Day)).Select(o => new PathRow([.. o.Select(Of)], 1, 0, 0));
        var nothing = facts.Touchs.Where(t => Months.Contains(t.Day) && !credited.Contains(t.Touch)).GroupBy(t => t.Contact)
            .Select(g => new PathRow([.. g.OrderBy(t => t.At).ThenBy(t => t.Touch).Select(t => t.IsChat ? Name(t.Channel) : "visit:" + Snake(t.TrafficChannel))], 0, 0, 1));
        var journeys = JourneyTable.Of(converted.Concat(nothing));
        var shares = (model == "markov" ? Markov.Attribute(journeys) : Shapley.OfRates(journeys)).ToDictionary(e => e.Channel, e => e.Share);
        var given = new List<(CreditFact, long)>();
        foreach (var order in orders)
        {
            var touches = order.Where(c => c.Kind == CreditKind.Order).OrderBy(c => c.TouchAt).ThenBy(c => c.Touch).ToList();
            var whole = touches.Select(t => Of(t)).Distinct().Sum(c => shares.GetValueOrDefault(c));
            ulong[] weights = [.. touches.Select(t => (ulong)Math.Round((whole > 0 ? shares.GetValueOrDefault(Of(t)) : 1) * (1L << 40)) / (ulong)touches.Count(other => Of(other) == Of(t)))];
            var (net, held, now) = (0L, new long[touches.Count], new long[touches.Count]);
            foreach (var booking in order.GroupBy(c => c.Booking).OrderBy(b => b.First().Kind).ThenBy(b => b.First().BookedAt).ThenBy(b => b.Key))
            {
                net += booking.Sum(c => c.Linear);
                LargestRemainder.Allocate(net, weights, now);
                for (var i = 0; i < now.Length; i++)
                {
                    given.Add((booking.Single(c => c.Touch == touches[i].Touch), now[i] - held[i]));
                    held[i] = now[i];
                }
            }
        }

        return given;
    }

    private static string Of(CreditFact row) => row.IsChat ? Name(row.Channel) : "visit:" + Snake(row.TrafficChannel);

    private static string Name(Channel channel) => Beleg.Reports.ReportLanguage.Label(channel);

    private static string Snake(TrafficChannel channel) => Beleg.Reports.ReportLanguage.Label(channel);

    /// <summary>People who meet some channels and buy the more often the more of WhatsApp there was; orders with refunds, and talks that led to nothing.</summary>
    internal static FactBatch Told(int seed, int contacts = 150)
    {
        var (random, facts) = (new Random(seed), new FactBatch());
        var fold = new ClusterFold(Some.Settings, new OrderCrediting(Some.Settings));
        Channel[] channels = [Channel.WhatsApp, Channel.Instagram, Channel.Email, Channel.WebChat];
        for (var contact = 0; contact < contacts; contact++)
        {
            var who = Some.Phone($"+49160{seed:d3}{contact:d5}");
            var events = new List<Event>();
            var start = Some.At("2026-06-20 08:00") + Duration.FromMinutes(random.Next(60 * 24 * 60));
            for (var i = 0; i < 1 + random.Next(7); i++)
            {
                var at = start + Duration.FromMinutes(random.Next(30 * 24 * 60));
                if (random.Next(4) == 0)
                    events.Add(Some.Visit(who, at, $"v{contact}.{i}", random.Next(2) == 0 ? TrafficChannel.PaidSearch : TrafficChannel.Direct));
                else
                    events.Add(Some.Sent(who, at, Actor.Bot, channel: channels[Math.Min(random.Next(4), random.Next(4))], flow: $"f{random.Next(3)}"));
            }

            for (var i = 0; i < random.Next(5); i++)
            {
                var at = start + Duration.FromMinutes(random.Next(45 * 24 * 60));
                var total = 1 + random.Next(30_000);
                events.Add(Some.Order(who, at, total, $"{contact}.{i}"));
                for (var refund = 0; refund < random.Next(3); refund++)
                    events.Add(Some.Refund(at + Duration.FromHours(1 + random.Next(900)), 1 + random.Next(total / 3 + 1), $"r{contact}.{i}.{refund}", $"{contact}.{i}"));
            }

            fold.Fold(events, FrozenSet<Key>.Empty, facts);
        }

        return facts;
    }
}
