using Beleg.Metrics;
using Beleg.Reports.Sensitivity;
using Beleg.Sources;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Sensitivity;

public sealed class SensitivityReaderTests
{
    [Fact]
    public void ItsReturnIsTheMetricsReturnAtAllThreeEnds()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            using var scene = new MetricScene(RandomStory.Tell(seed).Facts);
            foreach (var basis in new[] { EvidenceBasis.All, EvidenceBasis.Conservative })
            {
                var metric = scene.Ask($"metrics=roi_pct,net_value&month=2026-08&basis={basis.ToString().ToLowerInvariant()}");
                var report = Read(scene, Period.Month(2026, 8), basis);
                decimal.Round(report.Roi!.Percent, 9).ShouldBe(decimal.Round(metric["roi_pct"].Total.Value!.Value, 9));
                decimal.Round(report.Roi.Low, 9).ShouldBe(decimal.Round(metric["roi_pct"].Total.Low!.Value, 9));
                decimal.Round(report.Roi.High, 9).ShouldBe(decimal.Round(metric["roi_pct"].Total.High!.Value, 9));
                report.Net.ShouldBe(metric["net_value"].Total.Value!.Value);
            }
        }
    }

    [Fact]
    public void ItSaysWhereTheReturnTurnsInBothLanguages()
    {
        var story = new Story();
        story.Cost("2026-09-01", 31_00);
        story.Assume("would_have_contacted_human", 1);
        story.Assume("cost_per_human_contact", 1);
        for (var i = 0; i < 100; i++)
            story.Conversation(i, "2026-09-02", c => c with { HumanInvolved = i >= 60 });
        using var scene = new MetricScene(story.Facts);
        var report = Read(scene, Period.Month(2026, 9));
        report.Turns.Select(t => t.En).ShouldContain("ROI turns negative when the share contained falls below 31%.");
        report.Turns.Select(t => t.De).ShouldContain("Der ROI wird negativ, wenn die Lösungsquote unter 31\u00a0% fällt.");
        report.Turns[^1].En.ShouldBe("ROI turns negative when the programme costs more than €60.00.");
        report.Drivers.Count.ShouldBe(report.Roi!.Drivers.Count);
    }

    [Fact]
    public void WithoutACostItSaysSoAndHasNoFigures()
    {
        var story = new Story();
        story.Conversation(1, "2026-09-02");
        using var scene = new MetricScene(story.Facts);
        var report = Read(scene, Period.Month(2026, 9));
        report.Roi.ShouldBeNull();
        report.Turns.ShouldBeEmpty();
        report.Summary.En.ShouldContain("cost nothing");
    }

    [Fact]
    public void RevenueOfFewBuyersMakesAWideInterval()
    {
        (decimal Low, decimal High) Of(int buyers)
        {
            var story = new Story();
            story.Cost("2026-09-01", 100_00, CostRecurrence.Monthly);
            for (var i = 0; i < buyers; i++)
                story.Credit(story.Order(i, "2026-09-02", 100_000 / buyers, o => o with { Evidence = Beleg.Model.Evidence.C }), story.Conversation(i, "2026-09-01"), 100_000 / buyers);
            using var scene = new MetricScene(story.Facts);
            var spread = Read(scene, Period.Month(2026, 9)).Roi!.Spread;
            return (spread.Low95, spread.High95);
        }

        var (few, many) = (Of(4), Of(100));
        (few.High - few.Low).ShouldBeGreaterThan(3 * (many.High - many.Low));
    }

    private static SensitivityReport Read(MetricScene scene, Period period, EvidenceBasis basis = EvidenceBasis.Conservative) =>
        SensitivityReader.ReadAsync(scene.Engine, scene.Warehouse, scene.Settings, period, basis, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
