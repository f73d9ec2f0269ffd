using System.Globalization;
using Beleg.Metrics;
using Beleg.Metrics.Rows;

namespace Beleg.Tests.Metrics;

/// <summary>The rows behind a figure are the ones that make it.</summary>
public sealed class RowTests
{
    public static TheoryData<string> Metrics => [.. MetricCatalogue.Default.All.Where(m => m.IsDue && RowReader.CanRead(m)).Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void CountingTheRowsGivesTheFigure(string id)
    {
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        var metric = MetricCatalogue.Default.Find(id)!;
        var figure = scene.Ask($"metrics={id}&from=2026-06-01&to=2026-10-01&basis=conservative")[id].Total;

        Check(scene, metric, RowSide.Numerator, figure.Numerator);
        if (RowReader.HasDenominator(metric, null))
            Check(scene, metric, RowSide.Denominator, figure.Denominator);
    }

    [Fact]
    public void AModelThatLearnedNothingHasNoRowsAsItsFigureHasNoValue()
    {
        // Seen as a dash that led to the whole revenue.
        var story = new Story();
        story.Credit(story.Order(1, "2026-09-20", 4_000), story.Conversation(1, "2026-09-18", c => c), 4_000);
        using var scene = new MetricScene(story.Facts);
        scene.Ask("metrics=attributed_revenue&month=2026-09&model=markov")["attributed_revenue"].Total.Value.ShouldBeNull();

        var page = Read(scene, Ask("attributed_revenue") with { Period = Period.Month(2026, 9), Basis = EvidenceBasis.All, Model = "markov" });

        page.Rows.ShouldBeEmpty();
        page.Total.ShouldBe(0);
        page.Refusal.ShouldNotBeNull().En.ShouldContain("order");
        Read(scene, Ask("revenue_per_chat") with { Period = Period.Month(2026, 9), Basis = EvidenceBasis.All, Model = "markov", Side = RowSide.Denominator }).Total.ShouldBe(1, "what does not follow the model is there");
    }

    [Fact]
    public async Task ATrendOfAMetricThatIsUsuallySplitIsOfAllItsGroups()
    {
        // Seen as a month of 200 conversations that had 0: the first group's.
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        var ask = MetricScene.Request("metrics=entry_starts,automated_conversations&from=2026-06-01&to=2026-10-01&grain=month") with { Splits = false };

        var answer = await scene.Engine.QueryAsync(scene.Warehouse, ask, scene.Settings, TestContext.Current.CancellationToken);
        var split = await scene.Engine.QueryAsync(scene.Warehouse, ask with { Splits = true }, scene.Settings, TestContext.Current.CancellationToken);

        answer["entry_starts"].Rows.Select(row => row.Figure.Value).ShouldBe(answer["automated_conversations"].Rows.Select(row => row.Figure.Value));
        answer["entry_starts"].Rows.ShouldAllBe(row => row.Group.Count == 0);
        split["entry_starts"].Rows.Count.ShouldBeGreaterThan(answer["entry_starts"].Rows.Count, "another question is kept apart");
    }

    [Fact]
    public void PagesFollowEachOtherWithoutAGapOrARepeat()
    {
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        var all = Read(scene, Ask("automated_conversations") with { Take = 1_000 });
        all.Total.ShouldBeGreaterThan(20);

        var first = Read(scene, Ask("automated_conversations") with { Take = 10 });
        var second = Read(scene, Ask("automated_conversations") with { Skip = 10, Take = 10 });

        first.Rows.Concat(second.Rows).Select(Line).ShouldBe(all.Rows.Take(20).Select(Line));
    }

    [Fact]
    public void TwoTouchesOfOneOrderInOneFlowAreToldApart()
    {
        // Seen as the same row twice: order, contact, flow and amount are alike.
        var story = new Story();
        var order = story.Order(1, "2026-09-20", 4_000);
        story.Credit(order, story.Conversation(1, "2026-09-18", c => c with { FlowId = "bouquet" }), 2_000);
        story.Credit(order, story.Conversation(1, "2026-09-19", c => c with { FlowId = "bouquet" }), 2_000);
        using var scene = new MetricScene(story.Facts);

        var page = Read(scene, Ask("attributed_revenue") with { Period = Period.Month(2026, 9), Basis = EvidenceBasis.All });

        page.Columns.Select(column => column.Id).ShouldBe(["booked_at", "shop", "order", "contact", "touch_kind", "touched_at", "channel", "flow", "evidence", "credited"]);
        page.Rows.Count.ShouldBe(2);
        page.Rows.Select(Line).Distinct().Count().ShouldBe(2);
        page.Rows.ShouldAllBe(row => row[4] == "conversation");
    }

    [Fact]
    public void AFilterNarrowsTheRowsAsItNarrowsTheFigure()
    {
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        var figure = scene.Ask("metrics=automated_conversations&from=2026-06-01&to=2026-10-01&channel=instagram")["automated_conversations"].Total.Value!.Value;
        figure.ShouldBeGreaterThan(0);

        Read(scene, Ask("automated_conversations") with { Filters = [new MetricFilter("channel", ["instagram"])] }).Total.ShouldBe((long)figure);
    }

    [Fact]
    public void AColumnThatANewFigureNeedsWidensWhatWasKeptOfItsQuestion()
    {
        // Seen as a broken page: on the conservative basis both revenues are one column, and the answer kept for one question was too narrow for the other.
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        scene.Ask("metrics=automated_conversations,revenue_per_chat&month=2026-09&basis=conservative&intervals=false");

        var wide = scene.Ask("metrics=automated_conversations,entry_starts,revenue_per_chat,dm_to_sale&month=2026-09&basis=conservative&intervals=false");

        wide["revenue_per_chat"].Total.Parts["conservative"].Value.ShouldBe(wide["revenue_per_chat"].Total.Value);
    }

    private static void Check(MetricScene scene, Metric metric, RowSide side, decimal? expected)
    {
        var rows = Read(scene, Ask(metric.Id) with { Side = side, Take = 100_000 });
        rows.Rows.Count.ShouldBe((int)rows.Total);
        var money = rows.Columns.Select((column, i) => (column.Kind, i)).Where(c => c.Kind == RowColumnKind.Money).Select(c => (int?)c.i).FirstOrDefault();
        var value = rows.Columns[^1].Id == "value" ? rows.Columns.Count - 1 : (int?)null;
        if (metric.Formula!.Numerator is { Aggregate: Aggregate.Quantile } ranked && side == RowSide.Numerator)
        {
            var sorted = rows.Rows.Select(row => decimal.Parse(row[value!.Value]!, CultureInfo.InvariantCulture)).Order().ToArray();
            sorted.ShouldNotBeEmpty(metric.Id);
            scene.Ask($"metrics={metric.Id}&from=2026-06-01&to=2026-10-01&basis=conservative")[metric.Id].Total.Value.ShouldBe(sorted[(int)Math.Ceiling(ranked.Rank * sorted.Length) - 1], "the lowest value that so large a part does not exceed");
            return;
        }

        if (expected is null)
            return;
        if (rows.Distinct is { } distinct)
        {
            ((decimal)distinct).ShouldBe(expected.Value);
            // Whoever counts the file again sees which of its rows are one.
            var counted = rows.Columns.ToList().FindLastIndex(column => column.Id is "counted" or "contact");
            rows.Rows.Select(row => row[counted]).Where(one => one is not null).Distinct().Count().ShouldBe((int)distinct, metric.Id);
        }
        else if ((value ?? (metric.Unit == MetricUnit.Money && side == RowSide.Numerator ? money : null)) is { } summed)
            (rows.Rows.Sum(row => decimal.Parse(row[summed] ?? "0", CultureInfo.InvariantCulture)) / (rows.Columns[summed].Kind == RowColumnKind.Money ? 100 : 1)).ShouldBe(expected.Value);
        else
            ((decimal)rows.Total).ShouldBe(expected.Value);
    }

    private static RowRequest Ask(string metric) => new() { Metric = MetricCatalogue.Default.Find(metric)!, Period = new Period(new(2026, 6, 1), new(2026, 10, 1)), Take = 50 };

    private static RowPage Read(MetricScene scene, RowRequest request) =>
        new RowReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(request, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private static string Line(IReadOnlyList<string?> row) => string.Join('|', row);
}
