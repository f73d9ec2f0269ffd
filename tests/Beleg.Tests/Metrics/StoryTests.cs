using Beleg.App.Demo;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Tests.App.Demo;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>The worked examples, asked the way <c>beleg metrics</c> asks: each test carries its command.</summary>
[Trait("Speed", "Slow")]
public sealed class StoryTests
{
    private static readonly Dictionary<string, Lazy<FactBatch>> Told = DemoStories.All.ToDictionary(s => s.Workspace, s => new Lazy<FactBatch>(() => Facts(s)));

    // beleg metrics revenue_per_chat --workspace florist --from 2026-08-01 --to 2026-10-01 --grain month --basis conservative
    [Fact]
    public void TheFloristEarnsTwiceAsMuchWithEachChat()
    {
        using var scene = Scene(FloristStory.Story);
        foreach (var basis in new[] { "conservative", "all" })
        {
            var chats = scene.Ask($"metrics=revenue_per_chat,attributed_revenue&from=2026-08-01&to=2026-10-01&grain=month&basis={basis}");
            chats["revenue_per_chat"].Rows.Select(r => (r.Figure.Value, r.Figure.Numerator, r.Figure.Denominator)).ShouldBe([(3.1m, 620m, 200m), (6.4m, 1_280m, 200m)]);
            chats["attributed_revenue"].Rows.Select(r => r.Figure.Value).ShouldBe([620m, 1_280m]);
        }
    }

    // beleg metrics opener_dropoff,first_response_time,no_show_rate --workspace florist --from 2026-08-01 --to 2026-10-01 --grain month
    [Fact]
    public void TheFloristsChatGotFasterAndLosesFewer()
    {
        using var scene = Scene(FloristStory.Story);
        var answer = scene.Ask("metrics=opener_dropoff,first_response_time,no_show_rate&from=2026-08-01&to=2026-10-01&grain=month");
        Values(answer, "opener_dropoff").ShouldBe([.4m, .22m]);
        Values(answer, "no_show_rate").ShouldBe([.3m, .125m]);
        var seconds = Values(answer, "first_response_time_automated");
        seconds[0]!.Value.ShouldBeGreaterThan(60_000);
        seconds[1]!.Value.ShouldBeLessThan(60_000);
    }

    // beleg metrics attributed_revenue --workspace florist --from 2026-08-01 --to 2026-10-01
    [Fact]
    public void TheFloristsShopReconcilesToTheCent()
    {
        using var scene = Scene(FloristStory.Story);
        foreach (var model in AttributionChoice.All.Where(m => !m.IsLearned))
        {
            var footer = scene.Ask($"metrics=attributed_revenue&from=2026-08-01&to=2026-10-01&model={model.Id}&basis=conservative").Footer!;
            footer.Difference.ShouldBe(0m, model.Id);
            footer.ImportedDifference.ShouldNotBeNull();
        }
    }

    // beleg metrics verified_containment_rate,human_handled_conversations,avoided_support_cost --workspace wismo --from 2026-05-01 --to 2026-10-01 --grain month
    [Fact]
    public void WhereIsMyOrderAvoidsWhatItSays()
    {
        using var scene = Scene(WismoStory.Story);
        var answer = scene.Ask("metrics=verified_containment_rate,human_handled_conversations,deflected_contacts,avoided_support_cost,csat&from=2026-05-01&to=2026-10-01&grain=month");
        Values(answer, "verified_containment_rate").ShouldBe([.42m, .42m, .42m, .78m, .78m]);
        Values(answer, "human_handled_conversations").ShouldBe([10_440m, 10_440m, 10_440m, 3_960m, 3_960m]);
        Values(answer, "deflected_contacts").ShouldBe([0m, 0m, 0m, 6_480m, 6_480m]);
        Values(answer, "avoided_support_cost").ShouldBe([0m, 0m, 0m, 27_216m, 27_216m]);
        answer["csat"].Rows.ShouldAllBe(r => Math.Abs(r.Figure.Parts["mean"].Value!.Value - 4.5m) < .05m);
    }

    // beleg metrics payback_months --workspace wismo --from 2026-08-01 --to 2026-10-01
    [Fact]
    public void WhereIsMyOrderPaysBackInUnderTwoMonths()
    {
        using var scene = Scene(WismoStory.Story);
        decimal.Round(scene.Total("payback_months", "from=2026-08-01&to=2026-10-01").Value!.Value, 2).ShouldBe(1.70m);
        decimal.Round(scene.Total("payback_months", "month=2026-08").Forecast!.Value, 2).ShouldBe(1.70m);
        scene.Total("payback_months", "month=2026-08").Value.ShouldBeNull();
        scene.Ask("metrics=avoided_support_cost&month=2026-09")["avoided_support_cost"].Assumptions.Single(a => a.Id == "cost_per_human_contact").ShouldSatisfyAllConditions(
            a => a.Value.ShouldBe(4.20m), a => a.Version.ShouldBe(1), a => a.IsUnset.ShouldBeFalse());
    }

    // beleg metrics conversion_rate --workspace saas --from 2026-08-01 --to 2026-10-01 --by with_chat
    [Fact]
    public void VisitorsWhoChatTakeMoreTrials()
    {
        using var scene = Scene(SaasStory.Story);
        var before = scene.Total("conversion_rate", "month=2026-07");
        (before.Numerator, before.Denominator, before.Value).ShouldBe((2_520m, 120_000m, .021m));
        var after = scene.Ask("metrics=conversion_rate&from=2026-08-01&to=2026-10-01&by=with_chat")["conversion_rate"];
        after.Total.Denominator.ShouldBe(240_000m);
        after.Rows.Select(r => (r.Group.Single().Value, r.Figure.Numerator, r.Figure.Denominator)).ShouldBe([("false", 3_220m, 153_333m), ("true", 3_120m, 86_667m)]);
        after.Rows.Select(r => decimal.Round(r.Figure.Value!.Value, 3)).ShouldBe([.021m, .036m]);
        after.Metric.Warning!.En.ShouldContain("not a cause");
    }

    private static decimal?[] Values(MetricAnswer answer, string metric) => [.. answer[metric].Rows.Select(r => r.Figure.Value)];

    private static MetricScene Scene(DemoStory story) =>
        new(Told[story.Workspace].Value) { Settings = new MetricSettings { Currency = story.Currency, Zone = DateTimeZoneProviders.Tzdb[story.Zone] } };

    private static FactBatch Facts(DemoStory story)
    {
        var facts = DemoFacts.Of(story);
        var settings = new FoldSettings { Hash = new KeyedHash(new byte[32]), Zone = DateTimeZoneProviders.Tzdb[story.Zone], Currency = Currency.Find(story.Currency) };
        LedgerFold.Fold(DemoEvents.Of(story).Events, settings, facts);
        return facts;
    }
}
