using System.Globalization;
using System.Text;
using System.Text.Json;
using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>What is published about the metrics is what the program does. Run with BELEG_PUBLISH=1 these files are written anew.</summary>
public sealed class PublishedTests
{
    [Fact]
    public void EveryAnswerIsAsTheSchemaSaysAndNothingInItIsIdle()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs/results.schema.json")));
        var check = new SchemaCheck(schema.RootElement);
        var story = RandomStory.Tell(3);
        using var scene = new MetricScene(story.Facts);
        var due = string.Join(',', MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id));
        foreach (var query in new[]
        {
            $"metrics={due}&from=2026-07-01&to=2026-10-01", $"metrics={due}&month=2026-08&grain=week&compare=previous", "metrics=csat,nps,conversion_rate",
            "metrics=attributed_revenue&by=channel,flow&compare=year&basis=conservative", "metrics=crr&by=with_chat&with_chat=true,false", "metrics=net_value&channel=whatsapp&month=2026-08",
        })
        {
            using var answer = JsonDocument.Parse(MetricJson.Bytes(scene.Ask(query)));
            check.Check(answer.RootElement);
        }

        check.Problems.Distinct().ShouldBeEmpty();
        check.Unseen().ShouldBeEmpty();
    }

    [Fact]
    public void MoneyIsPrintedExactly()
    {
        var story = new Story();
        for (var i = 0; i < 200; i++)
        {
            var chat = story.Conversation(i, "2026-09-01");
            if (i < 2)
                story.Credit(story.Order(i, "2026-09-02", 31_000), chat, 31_000);
        }

        using var scene = new MetricScene(story.Facts);
        var json = Encoding.UTF8.GetString(MetricJson.Bytes(scene.Ask("metrics=revenue_per_chat&intervals=false")));
        json.ShouldContain("\"value\": 3.1,\n");
        json.ShouldContain("\"numerator\": 620,\n");
    }

    [Fact]
    public async Task AnExplanationIsSqlThatCanBePasted()
    {
        using var scene = new MetricScene(RandomStory.Tell(2).Facts);
        var request = MetricScene.Request("metrics=delivery_rate,programme_coverage");
        var text = (await scene.Engine.ExplainAsync(scene.Warehouse, request, scene.Settings, TestContext.Current.CancellationToken)).ToText();
        text.ShouldStartWith("-- delivery_rate (version 1): Messages delivered ÷ messages sent.\n-- Sent in the last 24 hours");
        text.ShouldContain("-- $1 = TIMESTAMP '2026-09-27 10:00:00'\n");
        text.ShouldContain("= DATE '2026-09-01'\n");
        text.ShouldContain("\nFROM message\n");
        new Statement("SELECT $1", ["it's"]).ToText().ShouldBe("-- $1 = 'it''s'\nSELECT $1;\n");
    }

    [Fact]
    public void TheCatalogueIsWhatTheDocumentSays() => Published("docs/metrics.md", Document());

    [Theory]
    [InlineData("headline", "metrics=revenue_per_chat,containment_rate,verified_containment_rate&by=channel&grain=month&channel=whatsapp,instagram&basis=conservative")]
    [InlineData("messages", "metrics=delivery_rate,ctr,opt_out_rate&grain=quarter&campaign=fall,none")]
    [InlineData("response", "metrics=first_response_time_automated&by=flow&model=time_decay")]
    public void TheSqlIsUnchanged(string name, string query)
    {
        var request = MetricScene.Request(query);
        var shape = new Composition
        {
            Period = request.Period,
            Grain = request.Grain,
            By = request.By,
            Filters = request.Filters,
            Model = AttributionChoice.Find(request.Model) ?? AttributionChoice.Default,
            Evidence = request.Basis,
            CutOff = Instant.FromUtc(2026, 10, 1, 0, 0),
            Settings = new MetricSettings(),
        };
        var formulas = request.Metrics.SelectMany(m => m.Parts.Select(p => p.Formula).Prepend(m.Formula)).OfType<Formula>().ToArray();
        var dialect = new DuckDbDialect();
        var sql = Composer.Compose(formulas.SelectMany(f => f.Measures), shape, dialect)
            .Concat(formulas.Where(f => f.Interval == IntervalRule.Delta).Take(1).Select(f => ClusterComposer.Compose(f, shape, dialect))).Select(s => s.Sql + ";\n").ToArray();
        sql.Length.ShouldBeGreaterThan(0);
        Published($"tests/Beleg.Tests/Metrics/Snapshots/{name}.sql", $"-- {query}\n\n{string.Join('\n', sql)}").Split('\n').Length.ShouldBeLessThan(150);
    }

    private static string Document()
    {
        var text = new StringBuilder("""
            # Metrics

            Every number of the product is defined once, in a file of `src/Beleg/Metrics/Definitions`; this table is made from those files and a test keeps it so.
            `GET /api/{workspace}/metrics` gives the whole of each definition, `beleg explain ID` its SQL, `docs/results.schema.json` the shape of the answers.

            A share is a number from 0 to 1 and money a decimal number of major units. A ratio over nothing is no value. Below `min_sample` a ratio is flagged, and
            a figure whose window is still open is provisional.


            """);
        foreach (var level in MetricCatalogue.Default.All.GroupBy(m => m.Level))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {level.Key}\n\n| id | name | unit | definition | split by |\n|---|---|---|---|---|\n");
            foreach (var metric in level)
            {
                var definition = metric.IsDue ? metric.Definition.En : $"*Planned; waits for: {metric.WaitsFor!.En}* {metric.Definition.En}";
                text.Append(CultureInfo.InvariantCulture, $"| {metric.Id} | {metric.Name.En} | {JsonNamingPolicy.SnakeCaseLower.ConvertName(metric.Unit.ToString())} | {definition} | {string.Join(", ", metric.Dimensions)} |\n");
            }

            text.Append('\n');
        }

        text.Append("""
            ## What a part of the programme is worth and costs

            Split or narrowed by channel, flow or entry point, value stands where it arose: revenue where it was credited, avoided contacts with the conversations
            contained above the baseline, saved hours with the flow that saves them; hours agreed for the whole programme belong to no part. A part bears the costs
            that name it, and of common ones a share by its automated conversations, month by month; what was paid once is shared in payback by the conversations of
            all months asked for. The parts add up to the whole to the minor unit. `notes` beside each such figure says what names the part, what its share is, and
            what the whole programme cost.

            ## Assumptions

            What the financial figures rest on. Each has a low, a base and a high value from a day on, an owner and an approver; until somebody sets one the product's
            cautious default stands in and is flagged. Each day is valued by the version that holds on it.

            | id | low | base | high | what it says |
            |---|---|---|---|---|

            """);
        foreach (var assumed in AssumptionDefinition.All)
            text.Append(CultureInfo.InvariantCulture, $"| {assumed.Id} | {assumed.Low:0.##} | {assumed.Value:0.##} | {assumed.High:0.##} | {assumed.English} |\n");
        text.Append("""
            | hours_saved_per_week | 0 | 0 | 0 | Hours of the team that the whole programme saves in a week; other work than any flow's contacts |
            | scope_extension | 1 | measured | measured | How many times its scope the programme would have if it were extended; unset, half of the conversations that automation does not speak in |
            | hours_saved_per_week:FLOW | 0 | 0 | 0 | Hours that one flow saves; where it also deflects contacts, the lower of the two counts |
            """);
        return text.ToString().TrimEnd() + "\n";
    }

    private static string Published(string file, string now)
    {
        var path = Repository.File(file);
        if (Environment.GetEnvironmentVariable("BELEG_PUBLISH") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(now);
        return now;
    }
}
