using Beleg.Metrics;
using Beleg.Model;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>The composer against check queries that share nothing with it, on facts of chance.</summary>
public sealed class CheckQueryTests
{
    private const string Days = "from=2026-07-01&to=2026-10-01";
    private static readonly Period Months = new(new LocalDate(2026, 7, 1), new LocalDate(2026, 10, 1));

    private static readonly MetricSettings Marked = new() { UpsellFlows = "flow0, bundle" };

    [Fact]
    public void EveryMetricIsWhatItsCheckQuerySays() => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts) { Settings = Marked };
        var answer = scene.Ask($"metrics={string.Join(',', CheckQueries.All.Keys)}&{Days}");
        foreach (var (metric, check) in CheckQueries.All)
            Same(answer[metric].Total, check(new CheckFacts(story.Batch, Months, story.CutOff)), metric);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Theory]
    [InlineData("channel", "month")]
    [InlineData("channel", "week")]
    [InlineData("flow", "month")]
    [InlineData("entry_point", "quarter")]
    [InlineData("campaign", "week")]
    public void SoItIsInEveryPartOfADimensionAndPieceOfTime(string dimension, string grain) => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts) { Settings = Marked };
        var metrics = Known(dimension);
        var answer = scene.Ask($"metrics={string.Join(',', metrics)}&{Days}&by={dimension}&grain={grain}&intervals=false");
        var parts = new Dictionary<string, FactBatch>();
        foreach (var metric in metrics)
        {
            foreach (var row in answer[metric].Rows)
            {
                var value = row.Group.Single().Value;
                if (!parts.TryGetValue(value ?? "", out var part))
                    parts[value ?? ""] = part = Narrowed.To(story.Batch, dimension, value);
                var inside = new Period(LocalDate.Max(row.Period.From, Months.From), LocalDate.Min(row.Period.To, Months.To));
                Same(row.Figure, CheckQueries.All[metric](new CheckFacts(part, inside, story.CutOff, whole: story.Batch)), $"{metric} {inside} {value ?? "none"}");
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2));

    [Theory]
    [InlineData("channel=whatsapp")]
    [InlineData("flow=flow1")]
    [InlineData("flow=flow0&campaign=fall")]
    [InlineData("channel=instagram&campaign=spring&entry_point=ad")]
    public void SoItIsUnderFiltersAndInTheWeekBefore(string filters) => Prop.ForAll<int>(seed =>
    {
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts) { Settings = Marked };
        string[][] given = [.. filters.Split('&').Select(f => f.Split('='))];
        var metrics = given.Select(f => Known(f[0])).Aggregate((all, some) => [.. all.Intersect(some)]);
        var part = given.Aggregate(story.Batch, (batch, filter) => Narrowed.To(batch, filter[0], filter[1]));
        var week = new Period(new LocalDate(2026, 8, 3), new LocalDate(2026, 8, 10));
        var before = new Period(new LocalDate(2026, 7, 27), new LocalDate(2026, 8, 3));
        var whole = scene.Ask($"metrics={string.Join(',', metrics)}&{Days}&{filters}");
        var compared = scene.Ask($"metrics={string.Join(',', metrics)}&from=2026-08-03&to=2026-08-10&{filters}&compare=previous&intervals=false");
        foreach (var metric in metrics)
        {
            Checked Of(Period period) => CheckQueries.All[metric](new CheckFacts(part, period, story.CutOff, whole: story.Batch));
            Same(whole[metric].Total, Of(Months), $"{metric} {filters}");
            Same(compared[metric].Total, Of(week), $"{metric} {filters} in a week");
            (compared[metric].Total.Compare?.Value).ShouldBe(Of(before).Value, $"{metric} {filters} in the week before");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    private static string[] Known(string dimension) =>
        [.. MetricCatalogue.Default.All.Where(m => m.IsDue && m.Formula is not null && m.Dimensions.Contains(dimension)).Select(m => m.Id)];

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
