
namespace Beleg.Tests.App.Demo;

/// <summary>The worked examples of docs/metrics.md: each line is the command that anyone can run after <c>beleg demo</c>, and what it must print.</summary>
[Trait("Speed", "Slow")]
public sealed class DemoFiguresTests : IClassFixture<DemoStages>
{
    private readonly DemoStages stages;

    public DemoFiguresTests(DemoStages stages) => this.stages = stages;

    [Theory]
    // 1. The florist.
    [InlineData("beleg metrics automated_conversations --workspace florist --from 2026-08-01 --to 2026-09-01", "200")]
    [InlineData("beleg metrics automated_conversations --workspace florist --from 2026-09-01 --to 2026-10-01", "200")]
    [InlineData("beleg metrics revenue_per_chat --workspace florist --from 2026-08-01 --to 2026-09-01", "3.10 = 620.00 / 200")]
    [InlineData("beleg metrics revenue_per_chat --workspace florist --from 2026-09-01 --to 2026-10-01", "6.40 = 1280.00 / 200")]
    [InlineData("beleg metrics revenue_per_chat --workspace florist --from 2026-09-01 --to 2026-10-01 --basis conservative", "6.40 = 1280.00 / 200")]
    [InlineData("beleg metrics attributed_revenue --workspace florist --from 2026-08-01 --to 2026-09-01", "620.00")]
    [InlineData("beleg metrics attributed_revenue --workspace florist --from 2026-09-01 --to 2026-10-01", "1280.00")]
    [InlineData("beleg metrics opener_dropoff --workspace florist --from 2026-08-01 --to 2026-09-01", "0.40 = 80 / 200")]
    [InlineData("beleg metrics opener_dropoff --workspace florist --from 2026-09-01 --to 2026-10-01", "0.22 = 44 / 200")]
    [InlineData("beleg metrics no_show_rate --workspace florist --from 2026-08-01 --to 2026-09-01", "0.30 = 9 / 30")]
    [InlineData("beleg metrics no_show_rate --workspace florist --from 2026-09-01 --to 2026-10-01", "0.125 = 4 / 32")]
    // 2. Where is my order.
    [InlineData("beleg metrics automated_conversations --workspace wismo --from 2026-05-01 --to 2026-06-01", "18000")]
    [InlineData("beleg metrics automated_conversations --workspace wismo --from 2026-08-01 --to 2026-09-01", "18000")]
    [InlineData("beleg metrics verified_containment_rate --workspace wismo --from 2026-05-01 --to 2026-06-01", "0.42 = 7560 / 18000")]
    [InlineData("beleg metrics verified_containment_rate --workspace wismo --from 2026-08-01 --to 2026-09-01", "0.78 = 14040 / 18000")]
    [InlineData("beleg metrics human_handled_conversations --workspace wismo --from 2026-05-01 --to 2026-06-01", "10440")]
    [InlineData("beleg metrics human_handled_conversations --workspace wismo --from 2026-08-01 --to 2026-09-01", "3960")]
    [InlineData("beleg metrics deflected_contacts --workspace wismo --from 2026-08-01 --to 2026-09-01", "6480")]
    [InlineData("beleg metrics avoided_support_cost --workspace wismo --from 2026-08-01 --to 2026-09-01", "27216.00")]
    [InlineData("beleg metrics payback_months --workspace wismo --from 2026-08-01 --to 2026-10-01", "1.70")]
    // 3. The pricing pages.
    [InlineData("beleg metrics conversion_rate --workspace saas --from 2026-07-01 --to 2026-08-01", "0.021 = 2520 / 120000")]
    [InlineData("beleg metrics conversion_rate --workspace saas --from 2026-08-01 --to 2026-10-01", "0.0264 = 6340 / 240000")]
    [InlineData("beleg metrics conversion_rate --workspace saas --from 2026-08-01 --to 2026-10-01 --with_chat true", "0.0360 = 3120 / 86667")]
    [InlineData("beleg metrics conversion_rate --workspace saas --from 2026-08-01 --to 2026-10-01 --with_chat false", "0.0210 = 3220 / 153333")]
    public async Task TheWorkedExampleComesOut(string command, string expected)
    {
        var figure = await stages.AskAsync(command);

        var (value, parts) = expected.Split(" = ") is [var alone] ? (alone, null) : (expected.Split(" = ")[0], expected.Split(" = ")[1].Split(" / "));
        figure.Value.ShouldNotBeNull();
        Math.Round(figure.Value.Value, Decimals(value)).ShouldBe(Number(value));
        if (parts is null)
            return;
        (figure.Numerator, figure.Denominator).ShouldBe((Number(parts[0]), Number(parts[1])));
    }

    [Fact]
    public async Task TheFirstAnswerComesWithinAMinuteSinceSeptember()
    {
        (await stages.AskAsync("beleg metrics first_response_time_automated --workspace florist --from 2026-08-01 --to 2026-09-01")).Value!.Value.ShouldBeGreaterThan(60_000);
        (await stages.AskAsync("beleg metrics first_response_time_automated --workspace florist --from 2026-09-01 --to 2026-10-01")).Value!.Value.ShouldBeLessThan(60_000);
    }

    [Theory]
    [InlineData("2026-05-01", "2026-06-01")]
    [InlineData("2026-08-01", "2026-09-01")]
    public async Task CustomersOfTheParcelShopAreAsContentAsBefore(string from, string to)
    {
        var csat = await stages.AskAsync($"beleg metrics csat --workspace wismo --from {from} --to {to}");

        csat.Parts["mean"].Value!.Value.ShouldBe(4.5m, 0.05m);
    }

    [Fact]
    public async Task ThirteenHundredTrialsCameOnTop()
    {
        var before = await stages.AskAsync("beleg metrics conversion_rate --workspace saas --from 2026-07-01 --to 2026-08-01");
        var chat = await stages.AskAsync("beleg metrics conversion_rate --workspace saas --from 2026-08-01 --to 2026-10-01 --with_chat true");

        Math.Round(chat.Numerator!.Value - before.Value!.Value * chat.Denominator!.Value).ShouldBe(1_300);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task CartsThatWereLeftAreOrderedAfterTheChat(int month)
    {
        var carts = await stages.AskAsync($"beleg metrics recovered_carts --workspace florist --from 2026-{month:00}-01 --to 2026-{month + 1:00}-01");

        var counted = DemoRecount.Carts(month);
        (carts.Value, carts.Parts["carts"].Value, carts.Parts["ordered_at_once"].Value).ShouldBe((counted.Recovered, counted.Carts, counted.AtOnce));
        counted.Recovered.ShouldBeGreaterThan(1);
        (counted.Carts - counted.AtOnce - counted.Recovered).ShouldBeGreaterThan(5, "some stay where they were left");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public async Task SomeWhoWantToLeaveStayAndTheirDealsAreOnTheWay(int month)
    {
        Task<Beleg.Metrics.Figure> Ask(string metric) => stages.AskAsync($"beleg metrics {metric} --workspace saas --from 2026-{month:00}-01 --to 2026-{month + 1:00}-01");
        var saves = await Ask("cancellation_saves");
        var pipeline = await Ask("pipeline_influenced");

        var counted = DemoRecount.Cancellations(month);
        (saves.Value, saves.Parts["cancelled"].Value).ShouldBe((counted.Kept, counted.Left));
        counted.Kept.ShouldBeGreaterThan(month == 8 ? 20 : 0, "in September most are not judged yet");
        counted.Left.ShouldBeGreaterThan(5);
        var (deals, cents) = DemoRecount.OpenDeals(month);
        (pipeline.Value, pipeline.Parts["deals"].Value).ShouldBe((cents / 100m, deals));
        deals.ShouldBeGreaterThan(3);
        (await Ask("qualified_leads")).Value.ShouldBe(DemoRecount.Qualified(month));
        (await Ask("time_to_qualification")).Value!.Value.ShouldBeInRange(6 * 3_600_000m, 72 * 3_600_000m);
        (await Ask("sales_cycle_time")).Value!.Value.ShouldBeGreaterThan(6 * 86_400_000m);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static int Decimals(string text) => text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
}
