using Beleg.Metrics;
using Beleg.Sources;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>The composer against check queries that share nothing with it, on facts of chance.</summary>
public sealed class CheckQueryTests
{
    private const string Days = "from=2026-07-01&to=2026-10-01";
    private static readonly Period Months = new(new LocalDate(2026, 7, 1), new LocalDate(2026, 10, 1));

    [Fact]
    public void EveryMetricIsWhatItsCheckQuerySays() => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts) { Settings = new() { UpsellFlows = "flow0, bundle" } };
        var answer = scene.Ask($"metrics={string.Join(',', CheckQueries.All.Keys)}&{Days}");
        foreach (var (metric, check) in CheckQueries.All)
            Same(answer[metric].Total, check(new CheckFacts(story.Batch, Months, story.CutOff)), metric);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public void SoItIsInEveryChannelAndMonth() => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts) { Settings = new() { UpsellFlows = "flow0, bundle" } };
        string[] metrics = [.. MetricCatalogue.Default.All.Where(m => m.Formula is not null && m.Dimensions.Contains("channel")).Select(m => m.Id)];
        var answer = scene.Ask($"metrics={string.Join(',', metrics)}&{Days}&by=channel&grain=month");
        foreach (var metric in metrics.Except(Unsplit))
        {
            foreach (var row in answer[metric].Rows)
            {
                var channel = Enum.Parse<Channel>(row.Group.Single().Value!, ignoreCase: true);
                Same(row.Figure, CheckQueries.All[metric](new CheckFacts(story.Batch, row.Period, story.CutOff, channel)), $"{metric} {row.Period} {channel}");
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    /// <summary>Facts whose channel the generator leaves alone.</summary>
    private static readonly string[] Unsplit = ["step_dropoff", "flow_starts", "flow_goal_rate", "step_visits", "branch_choices", "leads_without_consent", "no_show_rate", "handoff_quality", "csat", "nps", "thumbs",
        "qualified_leads", "cancellation_saves", "flow_error_rate", "time_to_qualification", "sales_cycle_time"];

    [Fact]
    public void TheRowsOfWhatAddsUpAddUpToTheTotal()
    {
        var story = RandomStory.Tell(7);
        using var scene = new MetricScene(story.Facts);
        string[] metrics = ["automated_conversations", "attributed_revenue", "influenced_revenue", "human_handled_conversations"];
        foreach (var query in new[] { "by=channel", "by=flow,channel&grain=week", "grain=day" })
        {
            var answer = scene.Ask($"metrics={string.Join(',', metrics)}&{Days}&{query}");
            foreach (var metric in metrics)
                answer[metric].Rows.Sum(r => r.Figure.Value).ShouldBe(answer[metric].Total.Value, $"{metric} {query}");
        }
    }

    private static void Same(Figure figure, Checked check, string what)
    {
        if (what == "forecast_value" && check.Value is { } expected)
        {
            // A fit to months rounded to the cent, against one to months that are not.
            figure.Value!.Value.ShouldBe(expected, .01m * Math.Max(100, Math.Abs(expected)), what);
            return;
        }

        // Strata are added up in another order than customers one by one: the last digits may differ.
        (what == "clv_uplift" && figure.Value is { } value ? decimal.Round(value, 8) : figure.Value).ShouldBe(check.Value, what);
        (figure.Denominator is null || check.Denominator is null || figure.Denominator == check.Denominator).ShouldBeTrue($"{what}: {figure.Denominator} is not {check.Denominator}");
        if (check.Numerator is { } numerator)
            figure.Numerator.ShouldBe(numerator, what);
    }
}
