using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Warehouse;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>What is kept of closed months is what would be computed again, whatever happens to whichever month.</summary>
public sealed class KeptMonthsTests
{
    private static readonly Instant CutOff = Story.At("2026-10-02");
    private const string Dashboard = "from=2026-06-01&to=2026-10-01&grain=month&intervals=false";
    private static readonly string Every = string.Join(',', MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id));

    [Fact]
    public void AClosedMonthIsComputedOnce()
    {
        using var scene = new MetricScene(RandomStory.Tell(1).Facts);
        scene.Ask($"metrics=containment_rate&{Dashboard}");
        var (reused, computed) = Counts(scene);
        scene.Warehouse.Replace([], new FactBatch(), ledger: false, 2);
        scene.Ask($"metrics=containment_rate&{Dashboard}");
        Counts(scene).ShouldBe((reused + 4, computed));
    }

    [Fact]
    public void WhileNothingChangesAnAnswerIsGivenAgainAsItIs()
    {
        using var scene = new MetricScene(RandomStory.Tell(1).Facts);
        var request = MetricScene.Request($"metrics={Every}&{Dashboard}");
        var first = Answer(request);
        Answer(MetricScene.Request($"metrics={Every}&{Dashboard}")).ShouldBeSameAs(first);
        Answer(request with { Grain = null }).ShouldNotBeSameAs(first);
        Answer(request with { Totals = false }).ShouldNotBeSameAs(first);
        var narrow = request with { Metrics = [request.Metrics.First(m => m.Id == "containment_rate")] };
        Answer(narrow with { Filters = [new MetricFilter("channel", ["whatsapp", "sms"])] }).ShouldNotBeSameAs(Answer(narrow with { Filters = [new MetricFilter("channel", ["whatsapp"])] }));
        Answer(request, scene.Settings with { ActiveWindowDays = 30 }).ShouldNotBeSameAs(first);
        scene.Warehouse.Replace([], new FactBatch(), ledger: false, 2);
        var again = Answer(request);
        again.ShouldNotBeSameAs(first);
        AnswerText.Of(again).ShouldBe(AnswerText.Of(first));

        MetricAnswer Answer(MetricRequest asked, MetricSettings? settings = null) => scene.Engine.QueryAsync(scene.Warehouse, asked, settings ?? scene.Settings).GetAwaiter().GetResult();
    }

    [Fact]
    public void OnlyTheMonthThatChangedIsComputedAgain()
    {
        var story = RandomStory.Tell(1);
        using var scene = new MetricScene(story.Facts);
        scene.Ask($"metrics=containment_rate&{Dashboard}");
        var (reused, computed) = Counts(scene);
        var more = new Story(story.CutOff.ToString());
        more.Conversation(77, "2026-06-15");
        scene.Warehouse.Replace([], more.Facts, ledger: false, 2);
        var answer = scene.Ask($"metrics=containment_rate&{Dashboard}");
        Counts(scene).ShouldBe((reused + 3, computed + 1));
        answer["containment_rate"].Rows[0].Figure.Denominator.ShouldBe(
            story.Batch.Conversations.Count(c => c is { Automated: true, Day.Month: 6 }) + 1);
    }

    [Fact]
    public void ALongTimeIsAskedForInPiecesAndKeptAsOne()
    {
        var kept = new KeptMonths();
        List<Period> asked = [];
        var twoYears = new Period(new LocalDate(2024, 10, 1), new LocalDate(2026, 10, 1));
        Rows().ShouldBe(Rows());
        asked.ShouldBe([Half(2024, 10), Half(2025, 4), Half(2025, 10), Half(2026, 4)]);

        Period Half(int year, int month) => new(new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(6));

        List<LocalDate> Rows() => kept.Rows("months", ["conversation"], twoYears, (CutOff, MonthVersions.Start), Run, month => month, _ => true, atOnce: 6);

        List<LocalDate> Run(Period days)
        {
            asked.Add(days);
            return [.. Enumerable.Range(0, 6).Select(days.From.PlusMonths)];
        }
    }

    [Fact]
    public void AWindowThatClosesChangesTheMonthAlthoughNoFactOfItDid()
    {
        var story = new Story("2026-10-01T00:00:00Z");
        story.Conversation(1, "2026-09-30");
        using var scene = new MetricScene(story.Facts);
        Share().ShouldBe(1);
        var later = new Story("2026-11-20T00:00:00Z");
        later.Conversation(2, "2026-11-20");
        scene.Warehouse.Replace([], later.Facts, ledger: false, 2);
        Share().ShouldBe(0);

        decimal? Share() => scene.Ask("metrics=verified_containment_rate&from=2026-08-01&to=2026-10-01&grain=month")["verified_containment_rate"].Rows[1].Figure.OpenShare;
    }

    [Fact]
    public void ARebuildForgetsEverything()
    {
        var story = new Story();
        story.Conversation(1, "2026-09-01");
        using var scene = new MetricScene(story.Facts);
        scene.Total("automated_conversations").Value.ShouldBe(1);
        scene.Rebuild(new Story().Facts);
        scene.Total("automated_conversations").Value.ShouldBe(0);
    }

    [Fact]
    public void AfterAnyChangesKeptAndComputedAreOne() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var story = RandomStory.Tell(seed);
        using var scene = new MetricScene(story.Facts);
        var plain = new MetricEngine(keepMonths: false);
        for (var change = 0; change < 3; change++)
        {
            var request = MetricScene.Request($"metrics={Every}&{Dashboard}");
            var expected = plain.QueryAsync(scene.Warehouse, request, scene.Settings).GetAwaiter().GetResult();
            AnswerText.Of(scene.Engine.QueryAsync(scene.Warehouse, request, scene.Settings).GetAwaiter().GetResult()).ShouldBe(AnswerText.Of(expected));
            // How sure a ratio is comes from sums over contacts, which are kept with their month.
            var month = MetricScene.Request($"metrics={Every}&from=2026-06-01&to=2026-10-01") with { Period = Period.Month(2026, 6 + random.Next(4)) };
            AnswerText.Of(scene.Engine.QueryAsync(scene.Warehouse, month, scene.Settings).GetAwaiter().GetResult())
                .ShouldBe(AnswerText.Of(plain.QueryAsync(scene.Warehouse, month, scene.Settings).GetAwaiter().GetResult()));
            ListsOf(scene).ShouldBe(CountedOf(scene));
            Change(scene, story, random, change);
        }

        Counts(scene).Reused.ShouldBeGreaterThan(0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    // One contact's facts go, and come back with some of an old month gone or changed.
    private static void Change(MetricScene scene, Story story, Random random, int change)
    {
        var contact = Story.Person(random.Next(1, 21));
        var rest = new FactBatch();
        rest.Contacts.Add(story.Facts.Contacts.Single(c => c.Contact == contact) with { OptedOutDay = new LocalDate(2026, 6 + change, 3), OptedOutAt = story.CutOff });
        rest.Conversations.AddRange(story.Batch.Conversations.Where(c => c.Contact == contact && random.Next(3) > 0).Select(c => c with { Abandoned = !c.Abandoned }));
        rest.Messages.AddRange(story.Batch.Messages.Where(c => c.Contact == contact && random.Next(3) > 0));
        rest.Surveys.AddRange(story.Batch.Surveys.Where(c => c.Contact == contact));
        scene.Warehouse.Replace([contact], rest, ledger: false, 2 + change);
    }

    // What pages offer to choose from, kept by month, and the same counted over everything.
    private static string ListsOf(MetricScene scene) => string.Join(
        '\n',
        FactLists.Values(scene.Warehouse).Select(d => $"{d.Key}: {string.Join(", ", d.Value.Select(v => v ?? "none"))}")
            .Concat(FactLists.DaysByMonth(scene.Warehouse).Select(m => $"{m.First:uuuu-MM-dd} {m.Last:uuuu-MM-dd}")));

    private static string CountedOf(MetricScene scene)
    {
        using var reading = scene.Warehouse.Read();
        var values = new[] { ("channel", "channel::varchar"), ("flow", "flow_id"), ("entry_point", "entry_point::varchar") }.Select(part =>
            $"{part.Item1}: {string.Join(", ", reading.Connection.Query($"select {part.Item2} as v, count(*) from conversation where automated group by v order by 2 desc, v is null, v", [], row => row.TextOrNull(0) ?? "none"))}");
        var days = reading.Connection.Query(
            "select min(day), max(day) from (select day from conversation union all select day from orders union all select day from visit) group by date_trunc('month', day) order by 1",
            [],
            row => $"{row.Date(0):uuuu-MM-dd} {row.Date(1):uuuu-MM-dd}");
        return string.Join('\n', values.Concat(days));
    }

    private static (long Reused, long Computed) Counts(MetricScene scene) => scene.Engine.KeptOf(scene.Warehouse)!.Counts;
}
