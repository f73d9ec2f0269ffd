using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports.Overviews;
using Beleg.Reports.Why;
using Beleg.Sources;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Why;

/// <summary>The note under a tile says what the numbers say, and nothing where they say too little.</summary>
public sealed class WhyTests
{
    [Fact]
    public void TheFlowThatMadeTheChangeIsNamedWithItsReason()
    {
        using var scene = new MetricScene(Told(before: 4, after: 16).Facts);

        var note = Read(scene).Whys[WhySubject.Conversion];

        note.Dimension.ShouldBe("flow");
        note.Text.En.ShouldBe("Revenue per chat rose by €1.50 to €2.50. All of it came from the flow “bundle”, where more chats led to a sale.");
        note.Text.De.ShouldBe("Umsatz pro Chat: plus 1,50\u00a0€ auf 2,50\u00a0€. Alles davon brachte der Flow „bundle“: Dort führten mehr Chats zu einem Kauf.");
        note.Drivers!.Residual.ShouldBe(0);
        note.Drivers.Parts.Sum(part => part.Amount).ShouldBe(1.5m);
    }

    [Fact]
    public void TooFewCasesAreNotExplained()
    {
        var story = new Story();
        for (var i = 0; i < 20; i++)
        {
            story.Conversation(i, "2026-08-03");
            story.Conversation(i + 100, "2026-09-03");
        }

        using var scene = new MetricScene(story.Facts);

        var note = Read(scene).Whys[WhySubject.Operations];

        (note.Refusal, note.Cases, note.Drivers).ShouldBe((WhyRefusal.FewCases, 20m, null));
        note.Text.En.ShouldBe("Too few cases to say why: 20, and it takes 30 in both periods.");
    }

    [Fact]
    public void WithoutAPeriodBeforeNothingIsExplained()
    {
        using var scene = new MetricScene(Told(before: 4, after: 16).Facts);

        var notes = Read(scene, compare: false).Whys.Values;

        notes.ShouldAllBe(note => note.Refusal == WhyRefusal.NothingBefore && note.Text.En.StartsWith("Nothing to compare"));
    }

    [Fact]
    public void AChangeThatChanceExplainsIsCalledThat()
    {
        using var scene = new MetricScene(Told(before: 14, after: 16).Facts);

        Read(scene).Whys[WhySubject.Conversion].Text.En.ShouldEndWith("The change lies within the 95% interval: it may be chance.");
    }

    [Fact]
    public void WhatDidNotMoveIsSaidNotToHaveMoved()
    {
        using var scene = new MetricScene(Told(before: 4, after: 4).Facts);

        Read(scene).Whys[WhySubject.Acquisition].Text.ShouldBe(new Words("Automated conversations did not move: 80.", "Automatisierte Unterhaltungen unverändert: 80."));
    }

    [Fact]
    public void AFilterThatAMetricDoesNotKnowIsSaid()
    {
        using var scene = new MetricScene(Told(before: 4, after: 16).Facts);

        var narrowed = Read(scene, filters: new MetricFilter("flow", ["bundle"]));

        narrowed.Now["revenue_per_chat"].Total.Value.ShouldBe(4m);
        narrowed.Whole.ShouldContain("conversion_rate");
        narrowed.Whole.ShouldNotContain("revenue_per_chat");
        narrowed.Whole.ShouldNotContain("net_value");
    }

    /// <summary>Two flows of 40 chats a month; the bundle's sales of ten euros change, the other's stay at four.</summary>
    private static Story Told(int before, int after)
    {
        var story = new Story();
        foreach (var (month, sales) in new[] { ("08", before), ("09", after) })
        {
            for (var i = 0; i < 80; i++)
            {
                var contact = int.Parse(month, System.Globalization.CultureInfo.InvariantCulture) * 1_000 + i;
                var flow = i < 40 ? "bundle" : "single";
                var chat = story.Conversation(contact, $"2026-{month}-03", c => c with { FlowId = flow, Channel = Channel.Instagram });
                if (i < sales || i is >= 40 and < 44)
                    story.Credit(story.Order(contact, $"2026-{month}-04", 1_000, o => o with { Evidence = Evidence.C }), chat, 1_000);
            }
        }

        return story;
    }

    private static Overview Read(MetricScene scene, bool compare = true, params MetricFilter[] filters) =>
        new OverviewReader(scene.Engine, scene.Warehouse, scene.Settings).ReadAsync(
            new OverviewRequest { Period = Period.Month(2026, 9), Compared = compare ? Period.Month(2026, 8) : null, Filters = filters }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
