using Beleg.Metrics;
using Beleg.Reports.Experiments;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Experiments;

/// <summary>With chat against without is a comparison; matching takes out what was known before.</summary>
public sealed class ChatComparisonTests
{
    [Fact]
    public async Task MatchingTakesOutThatGoodCustomersChatMore()
    {
        // Customers with two orders before spend 40.00, those with none 10.00, chat or no chat; but of the good ones three of four chat, of the others one of four.
        var story = new Story();
        for (var i = 1; i <= 400; i++)
        {
            var good = i % 2 == 0;
            if (good)
            {
                story.Order(i, "2026-07-03", 2_000);
                story.Order(i, "2026-08-03", 2_000);
            }
            else
            {
                story.Conversation(i, "2026-08-01");
            }

            if (good ? i % 8 != 0 : i % 8 == 1)
                story.Conversation(i, "2026-09-02");
            story.Order(i, "2026-09-10", (good ? 4_000 : 1_000) + i % 3);
        }

        using var scene = new MetricScene(story.Facts);
        var report = await ChatComparisonReader.ReadAsync(scene.Engine, scene.Warehouse, new MetricSettings(), Beleg.Primitives.Period.Month(2026, 9), TestContext.Current.CancellationToken);

        (report.With, report.Without).ShouldBe((200L, 200L));

        // 150 × 40 + 50 × 10 over 200 against 50 × 40 + 150 × 10: 15.00 that the chat had no part in.
        report.Plain!.Value.ShouldBe(15, .02);
        report.Matched!.Value.ShouldBe(0, .02);
        report.Adjusted!.Value.ShouldBe(0, .02);
        report.Unmatched.ShouldBe(0);
        report.Warning.En.ShouldContain("not a cause");
    }

    [Fact]
    public async Task WhereNobodyWasKnownBeforeNothingIsCompared()
    {
        var story = new Story();
        story.Conversation(1, "2026-09-02");
        using var scene = new MetricScene(story.Facts);
        var report = await ChatComparisonReader.ReadAsync(scene.Engine, scene.Warehouse, new MetricSettings(), Beleg.Primitives.Period.Month(2026, 9), TestContext.Current.CancellationToken);
        (report.With, report.Plain, report.Matched, report.Unmatched).ShouldBe((0L, null, null, null));
    }
}
