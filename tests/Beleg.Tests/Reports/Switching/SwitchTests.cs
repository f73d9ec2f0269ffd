using System.Collections.Frozen;
using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Switching;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Reports.Switching;

/// <summary>What would change under another model or other windows.</summary>
public sealed class SwitchTests
{
    private static readonly Period Always = new(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1));
    private static readonly SwitchSide Now = new("linear", 30, "-", 7), Then = new("position", 9, "campaign_read=2", 3);

    private static FoldSettings Other { get; } = Some.Settings with
    {
        Windows = TouchWindows.Of(9, new Dictionary<string, int> { ["campaign_read"] = 2, ["whatsapp.click"] = 4, ["visit"] = 1 }),
        HalfLifeDays = 3,
    };

    [Fact]
    public void CreditingAgainGivesWhatAFoldUnderTheOtherSettingsGives()
    {
        var fold = new ClusterFold(Some.Settings, new OrderCrediting(Some.Settings));
        var changed = 0;
        for (var seed = 1; seed <= 120; seed++)
        {
            var events = SomeHistory.Of(seed, 60);
            var (now, then) = (new FactBatch(), new FactBatch());
            fold.Fold(events, FrozenSet<Key>.Empty, now);
            fold.CreditAgain(Other, new OrderCrediting(Other), then);
            var fresh = Some.FoldWith(Other, events);
            then.Orders.ShouldBe(fresh.Orders, $"seed {seed}");
            then.Credits.ShouldBe(fresh.Credits, $"seed {seed}");
            then.Touchs.ShouldBe(fresh.Touchs, $"seed {seed}");
            now.Credits.ShouldBe(Some.FoldWith(Some.Settings, events).Credits);
            changed += now.Credits.SequenceEqual(then.Credits) ? 0 : 1;
        }

        // A comparison in which nothing ever differs would prove nothing.
        changed.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void BothSidesAddUpToTheSameTotalAndAgreeWithARecountOfTheCredits()
    {
        var (now, then) = Facts(seed: 5);
        var report = Report(now, then);
        foreach (var side in (Func<SwitchLine, decimal>[])[l => l.Before, l => l.After])
            (side(report.Total("attributed")) + side(report.Total("other_touches")) + side(report.Total("unattributed"))).ShouldBe(side(report.Total("total")));
        report.Total("total").Change.ShouldBe(0);
        report.Total("attributed").Before.ShouldBe(now.Credits.Where(c => c.IsChat).Sum(c => c.Linear) / 100m);
        report.Total("attributed").After.ShouldBe(then.Credits.Where(c => c.IsChat).Sum(c => c.Position) / 100m);
        report.Total("influenced").After.ShouldBe(then.Credits.Where(c => c.IsChat).Sum(c => c.Influenced) / 100m);
        report.Total("conservative").After.ShouldBe(then.Credits.Where(c => c is { IsChat: true, Evidence: <= Evidence.C }).Sum(c => c.Position) / 100m);
        report.Channels.Sum(c => c.After).ShouldBe(report.Total("attributed").After);
        report.Flows.Sum(c => c.Before).ShouldBe(report.Total("attributed").Before);
        report.Grades.Sum(g => g.OrdersAfter).ShouldBe(report.Orders);
        report.Grades.Sum(g => g.After).ShouldBe(report.Total("attributed").After);
        var byOrder = now.Orders.Zip(then.Orders, (a, b) => (a, b,
            Less: now.Credits.Where(c => c.IsChat && c.Order == a.Order).Sum(c => c.Linear), More: then.Credits.Where(c => c.IsChat && c.Order == a.Order).Sum(c => c.Position)))
            .Where(o => now.Credits.Exists(c => c.Order == o.a.Order)).ToList();
        report.Orders.ShouldBe(byOrder.Count);
        report.Changed.ShouldBe(byOrder.Count(o => o.Less != o.More || o.a.Evidence != o.b.Evidence || o.a.Influenced != o.b.Influenced));
        report.Changed.ShouldBeGreaterThan(0);
        Math.Abs(report.Movers[0].After - report.Movers[0].Before).ShouldBe(byOrder.Max(o => Math.Abs(o.More - o.Less)) / 100m);
    }

    [Fact]
    public void TheNumberOfThreadsLeavesNoTrace()
    {
        var lots = Enumerable.Range(1, 9).Select(Facts).ToList();
        var alone = NewTally();
        lots.ForEach(lot => alone.Take(lot.Now, lot.Then));
        var (whole, parts) = (NewTally(), lots.Chunk(2).Select(_ => NewTally()).ToList());
        for (var i = lots.Count - 1; i >= 0; i--)
            parts[i % parts.Count].Take(lots[i].Now, lots[i].Then);
        parts.ForEach(whole.Add);
        var (one, many) = (alone.Report(Now, Then, Currency.Eur), whole.Report(Now, Then, Currency.Eur));
        many.Totals.ShouldBe(one.Totals);
        many.Channels.ShouldBe(one.Channels);
        many.Flows.ShouldBe(one.Flows);
        many.Grades.ShouldBe(one.Grades);
        many.Movers.ShouldBe(one.Movers);
        (many.Orders, many.Changed, many.Regraded).ShouldBe((one.Orders, one.Changed, one.Regraded));
    }

    [Fact]
    public void WhatStaysTheSameChangesNothing()
    {
        var (now, _) = Facts(seed: 3);
        var tally = new SwitchTally(Always, "linear", "linear");
        tally.Take(now, now);
        var report = tally.Report(Now, Now, Currency.Eur);
        (report.Changed, report.HasChanges, report.Movers.Count).ShouldBe((0, false, 0));
        report.Orders.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void ATerminalSaysBothSidesInBothLanguages()
    {
        var (now, then) = Facts(seed: 5);
        var text = SwitchText.Render(Report(now, then), Beleg.Reports.ReportLanguage.Of("en"));
        text.ShouldContain("position, look_back_days 9, look_back_windows campaign_read=2, half_life_days 3");
        text.ShouldContain("Nothing was written.");
        SwitchText.Render(Report(now, then), Beleg.Reports.ReportLanguage.Of("de")).ShouldContain("Nichts wurde geschrieben.");
    }

    private static SwitchTally NewTally() => new(Always, "linear", "position");

    private static SwitchReport Report(FactBatch now, FactBatch then)
    {
        var tally = NewTally();
        tally.Take(now, then);
        return tally.Report(Now, Then, Currency.Eur);
    }

    private static (FactBatch Now, FactBatch Then) Facts(int seed)
    {
        var fold = new ClusterFold(Some.Settings, new OrderCrediting(Some.Settings));
        var (now, then) = (new FactBatch(), new FactBatch());
        fold.Fold(SomeHistory.Of(seed, 700, people: 14), FrozenSet<Key>.Empty, now);
        fold.CreditAgain(Other, new OrderCrediting(Other), then);
        return (now, then);
    }
}
