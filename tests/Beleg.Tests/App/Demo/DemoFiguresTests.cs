
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

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static int Decimals(string text) => text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
}
