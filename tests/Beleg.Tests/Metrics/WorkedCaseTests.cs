using System.Globalization;
using Beleg.Metrics;

namespace Beleg.Tests.Metrics;

/// <summary>Each metric that is due, on facts that can be counted on the fingers.</summary>
public sealed class WorkedCaseTests
{
    private static readonly WorkedCase[] Every = [.. WorkedConversations.All, .. WorkedMessages.All, .. WorkedMoney.All, .. WorkedQuality.All, .. WorkedValue.All];

    public static TheoryData<string> Cases => [.. Every.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheMetricComesOutAsByHand(string name)
    {
        var worked = Every.Single(c => c.ToString() == name);
        var story = new Story();
        ((Action<Story>)worked.Tell)(story);
        using var scene = new MetricScene(story.Facts) { Settings = new() { UpsellFlows = "flow0, bundle" } };
        var figure = scene.Total(worked.Metric, worked.Query);
        figure.Value.ShouldBe(worked.Number);
        if (worked.Fraction is { } fraction)
            $"{Text(figure.Numerator)}/{Text(figure.Denominator)}".ShouldBe(fraction);
    }

    [Fact]
    public void EveryMetricThatIsDueHasAWorkedCaseAndACheckQuery()
    {
        var due = MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id).Order().ToArray();
        Every.Select(c => c.Metric).Distinct().Order().ShouldBe(due);
        CheckQueries.All.Keys.Order().ShouldBe(due);
    }

    private static string Text(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
