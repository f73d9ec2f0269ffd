using Beleg.Metrics;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Learned credits that are read where they are kept are those that the shown statement computes.</summary>
public sealed class LearnedColumnTests
{
    private const string Concerned = "day >= $1::date AND day < $2::date";
    private const string Question = "metrics=attributed_revenue&from=2026-07-01&to=2026-10-01&model=markov";
    private static readonly Period Months = new(new LocalDate(2026, 7, 1), new LocalDate(2026, 10, 1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("markov", 11)]
    [InlineData("shapley", 12)]
    public async Task EachCreditIsWhatTheShownStatementGivesIt(string model, int seed)
    {
        using var scene = new MetricScene(LearnedTests.Told(seed));
        await scene.Engine.ReadAsync(
            scene.Warehouse,
            facts =>
            {
                var weights = LearnedReader.Weights(facts, Months, model);
                var kept = Lines(facts, new LearnedColumns(facts, weights).From(Months, Concerned));
                kept.Count.ShouldBeGreaterThan(300);
                kept.ShouldBe(Lines(facts, LearnedCredit.From(weights, Concerned)));
                return 0;
            },
            Stop);
    }

    [Fact]
    public void InWhateverOrderTheyWereWrittenTheyAreTheSame()
    {
        var facts = LearnedTests.Told(seed: 13);
        using var scene = new MetricScene(facts);
        var before = scene.Ask(Question)["attributed_revenue"];
        var random = new Random(5);
        Shuffle(facts.Credits, random);
        Shuffle(facts.Touchs, random);
        using var other = new MetricScene(facts);
        var after = other.Ask(Question)["attributed_revenue"];
        after.Total.Value.ShouldBe(before.Total.Value);
        after.Notes[0].En.ShouldBe(before.Notes[0].En);
    }

    [Fact]
    public async Task AChangeOfTheFactsIsLearnedAnew()
    {
        using var scene = new MetricScene(LearnedTests.Told(seed: 14));
        var first = scene.Ask(Question)["attributed_revenue"];
        var facts = LearnedTests.Told(seed: 15);
        scene.Warehouse.Replace([], facts, ledger: true, 2);
        using var both = new MetricScene(LearnedTests.Told(seed: 14)) { Engine = new MetricEngine(keepMonths: false) };
        both.Warehouse.Replace([], facts, ledger: true, 2);
        var after = scene.Ask(Question)["attributed_revenue"];
        after.Total.Value.ShouldBe(both.Ask(Question)["attributed_revenue"].Total.Value);
        after.Total.Value.ShouldNotBe(first.Total.Value);
        var explained = await scene.Engine.ExplainAsync(scene.Warehouse, MetricScene.Request(Question), scene.Settings, Stop);
        explained.ToText().ShouldNotContain("placed_value");
    }

    [Fact]
    public async Task WhatWasLearnedServesTheNextQuestionUntilTheFileRests()
    {
        using var scene = new MetricScene(LearnedTests.Told(seed: 16));
        var first = await ColumnAsync(scene);
        (await ColumnAsync(scene)).ShouldBe(first);
        var total = scene.Ask(Question)["attributed_revenue"].Total.Value;
        scene.Warehouse.Rest().ShouldBeTrue();
        (await ColumnAsync(scene)).ShouldNotBe(first);
        scene.Ask(Question + "&by=channel")["attributed_revenue"].Total.Value.ShouldBe(total);
    }

    [Theory]
    [InlineData("i, 4712")]
    [InlineData("i + 1, 4711")]
    [InlineData("i + 5000, 4711")]
    public async Task ACreditThatIsNotWhereItWasIsRefusedNotMistaken(string asked)
    {
        using var scene = new MetricScene(LearnedTests.Told(seed: 17));
        await scene.Engine.ReadAsync(
            scene.Warehouse,
            facts =>
            {
                var column = new LearnedColumn();
                facts.Hold(column);
                column.Set(0, 4711, 250, hasWeight: true);
                Read(facts, $"SELECT placed_value({column.Cents}, i, 4711) FROM range(1) AS r(i)").ShouldBe(250);
                Read(facts, $"SELECT placed_value({column.Weighted}, i, 4711) FROM range(1) AS r(i)").ShouldBe(1);
                Should.Throw<DuckDbException>(() => Read(facts, $"SELECT placed_value({column.Cents}, {asked}) FROM range(1) AS r(i)")).Message.ShouldContain("moved");
                return 0;
            },
            Stop);
    }

    private static long Read(FactReader facts, string sql) => facts.Rows(sql, [], row => row.Long(0)).Single();

    private static Task<string> ColumnAsync(MetricScene scene) => scene.Engine.ReadAsync(
        scene.Warehouse, facts => new LearnedColumns(facts, LearnedReader.Weights(facts, Months, "markov")).From(Months, Concerned), Stop);

    private static List<(long, long, long?, long, bool)> Lines(FactReader facts, string credits) => facts.Rows(
        $"""SELECT "order", booking, touch, learned, learned_weight > 0 FROM {credits} AS credit WHERE {Concerned} ORDER BY ALL""",
        [Months.From, Months.To],
        row => (row.Long(0), row.Long(1), row.LongOrNull(2), row.Long(3), row.Bool(4)));

    private static void Shuffle<T>(List<T> rows, Random random)
    {
        T[] mixed = [.. rows];
        random.Shuffle(mixed);
        rows.Clear();
        rows.AddRange(mixed);
    }
}
