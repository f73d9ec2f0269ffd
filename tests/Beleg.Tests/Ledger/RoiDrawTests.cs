using Beleg.Ledger;
using Beleg.Primitives;
using Beleg.Statistics;
using NodaTime;

namespace Beleg.Tests.Ledger;

/// <summary>The simulated return against the closed form of one that is simple enough to have one, and turns against the equation solved by hand.</summary>
public sealed class RoiDrawTests
{
    private static readonly LocalDate Day = new(2026, 9, 1);

    [Theory]
    [InlineData(2, 4.2, 9)]
    [InlineData(1, 1, 8)]
    [InlineData(0, 7, 7)]
    [InlineData(5, 5, 5)]
    public void AReturnLinearInOneAssumptionHasThatAssumptionsTriangle(double low, double expected, double high)
    {
        // 1,000 deflected contacts at x against a cost of 4,000: the return is 25 x - 100 per cent, so its quantiles are those of the triangle.
        var model = new RoiModel(Currency.Find("USD"), [Stretch((decimal)low, (decimal)expected, (decimal)high)], 400_000);
        var spread = RoiSensitivity.Of(model, new RoiUncertainty(null, 0), draws: 40_000, seed: 11)!.Spread;
        foreach (var (found, share) in new[] { (spread.Low95, .025), (spread.Low80, .1), (spread.Median, .5), (spread.High80, .9), (spread.High95, .975) })
            ((double)found).ShouldBe(25 * Quantile(share) - 100, 25 * (high - low) * .01 + 1e-6, $"{share}");
        ((double)spread.AboveZero).ShouldBe(1 - Below(4), .01);

        // The triangle's distribution, written from its density.
        double Below(double x) => x <= low ? 0 : x >= high ? (x > high || low == high ? (x > high ? 1 : 0) : 1)
            : x <= expected ? (x - low) * (x - low) / ((high - low) * (expected - low)) : 1 - (high - x) * (high - x) / ((high - low) * (high - expected));
        double Quantile(double share)
        {
            if (low == high)
                return low;
            var (from, to) = (low, high);
            for (var i = 0; i < 60; i++)
                (from, to) = Below((from + to) / 2) < share ? ((from + to) / 2, to) : (from, (from + to) / 2);
            return from;
        }
    }

    [Fact]
    public void MeasuredRevenueScattersByItsStandardError()
    {
        // Revenue of 50,000 at a margin of 1 against 40,000: 25 % ± 1.96 × 10 % of 125.
        var model = new RoiModel(Currency.Find("USD"), [Stretch(0, 0, 0, revenue: 5_000_000)], 4_000_000);
        var spread = RoiSensitivity.Of(model, new RoiUncertainty(null, .1m), draws: 40_000, seed: 3)!.Spread;
        spread.Median.ShouldBe(25m, .5m);
        spread.Low95.ShouldBe(25m - 24.5m, 1m);
        spread.High95.ShouldBe(25m + 24.5m, 1m);

        // Φ(.2 ÷ .1): a return above nothing needs revenue above 40,000, two errors below what was measured.
        spread.AboveZero.ShouldBe(.97725m, .003m);
    }

    [Fact]
    public void MeasuredContainmentScattersByItsInterval()
    {
        // 600 of 1,000 contained: each at 10 against 5,000. Wilson's middle is .59962, its half .030323.
        var model = new RoiModel(Currency.Find("USD"), [Stretch(10, 10, 10, contained: 600)], 500_000);
        var spread = RoiSensitivity.Of(model, new RoiUncertainty(ConfidenceInterval.Wilson(600, 1_000), 0), draws: 40_000, seed: 5)!.Spread;
        spread.Low95.ShouldBe(100m * (1_000 * 10 * (.59962m - .030323m) - 5_000) / 5_000, .6m);
        spread.High95.ShouldBe(100m * (1_000 * 10 * (.59962m + .030323m) - 5_000) / 5_000, .6m);
    }

    private static RoiStretch Stretch(decimal low, decimal expected, decimal high, long contained = 1_000, long revenue = 0)
    {
        var set = AssumptionDefinition.All.Select(definition => definition.Id switch
        {
            "cost_per_human_contact" => Assumed(definition, low, expected, high),
            "would_have_contacted_human" or "contribution_margin" => Assumed(definition, 1, 1, 1),
            _ => Assumed(definition, 0, 0, 0),
        });
        return new RoiStretch(Day, 1, [new RoiFlow(new FlowOutcome(null, 1_000, contained, 0, revenue), null)], [.. set]);
    }

    private static Assumption Assumed(AssumptionDefinition definition, decimal low, decimal value, decimal high) =>
        new(definition.Id, value, low, high, definition.Unit, null, null, "CFO", Day, 1);
}
