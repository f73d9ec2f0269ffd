using System.Text.RegularExpressions;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Warehouse.Facts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>A contact's row changes with every event: what is kept of a month grows old with what it read of the contact, and with nothing else.</summary>
public sealed partial class KeptContactsTests
{
    private const string Months = "from=2026-06-01&to=2026-10-01&grain=month&intervals=false";
    private const string ReadBesideContacts = "opt_out_rate,stitched_contact_share,orders_without_identity";
    private static readonly string Every = string.Join(',', MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id));

    [Fact]
    public void ALateMergeIsSeenInMonthsWhoseConversationsStayAsTheyAre()
    {
        var story = new Story("2026-09-28T10:00:00Z");
        story.Person(1, c => c).Person(2, c => c);
        story.Conversation(1, "2026-06-10");
        story.Conversation(2, "2026-09-02");
        var facts = story.Facts;
        using var scene = new MetricScene(facts);
        Stitched(scene, 6).ShouldBe(0);
        ContactChange.Merge(scene.Warehouse, facts, Story.Person(1), Story.Person(2), 2);
        Stitched(scene, 6).ShouldBe(1);
        Stitched(scene, 9).ShouldBe(1);
    }

    [Fact]
    public void AnOrderOfJuneHasAPersonOnceANameIsKnown()
    {
        var story = new Story("2026-09-28T10:00:00Z");
        story.Person(1, c => c with { IsPerson = false });
        story.Order(1, "2026-06-10", 1_000);
        var facts = story.Facts;
        using var scene = new MetricScene(facts);
        Row(scene, "orders_without_identity", 6).ShouldBe(1);
        ContactChange.Change(scene.Warehouse, facts, Story.Person(1), c => c with { IsPerson = true }, 2);
        Row(scene, "orders_without_identity", 6).ShouldBe(0);
    }

    [Fact]
    public void AnOptOutCountsInItsMonthAndNoLongerInTheOneItWasTakenFrom()
    {
        var story = new Story("2026-09-28T10:00:00Z");
        story.Person(1, c => c with { OptedOutDay = new LocalDate(2026, 6, 20) });
        story.Message(1, "2026-06-10");
        story.Message(1, "2026-08-10");
        var facts = story.Facts;
        using var scene = new MetricScene(facts);
        (Row(scene, "opt_out_rate", 6), Row(scene, "opt_out_rate", 8)).ShouldBe((1, 0));
        ContactChange.Change(scene.Warehouse, facts, Story.Person(1), c => c with { OptedOutDay = new LocalDate(2026, 8, 20) }, 2);
        (Row(scene, "opt_out_rate", 6), Row(scene, "opt_out_rate", 8)).ShouldBe((0, 1));
    }

    [Fact]
    public void WhatAMonthDoesNotReadOfAContactLeavesItKept()
    {
        var story = RandomStory.Tell(1);
        var facts = story.Facts;
        using var scene = new MetricScene(facts);
        scene.Ask($"metrics={ReadBesideContacts}&{Months}");
        var computed = Computed(scene);
        ContactChange.Change(
            scene.Warehouse, facts, Story.Person(3), c => c with { LastSeenAt = story.CutOff - Duration.FromDays(1), Orders = 7, NetMinor = 70_000, FirstOrderDay = new LocalDate(2026, 7, 1) }, 2);
        scene.Ask($"metrics={ReadBesideContacts}&{Months}");
        Computed(scene).ShouldBe(computed);
    }

    [Fact]
    public void OnlyTheMonthsOfAnOptOutAreComputedAgain()
    {
        var story = new Story("2026-09-28T10:00:00Z");
        story.Person(1, c => c);
        story.Message(1, "2026-06-10");
        var facts = story.Facts;
        using var scene = new MetricScene(facts);
        scene.Ask($"metrics=opt_out_rate&{Months}");
        var computed = Computed(scene);
        ContactChange.Change(scene.Warehouse, facts, Story.Person(1), c => c with { OptedOutDay = new LocalDate(2026, 8, 20) }, 2);
        scene.Ask($"metrics=opt_out_rate&{Months}");
        Computed(scene).ShouldBe(computed + 1);
    }

    [Fact]
    public void EveryScanNamesTheColumnsOfContactsThatItReads()
    {
        var columns = FactTables.Of<ContactFact>().Columns.Select(c => ContactColumns.NameOf(c.Name)).ToList();
        foreach (var scan in FactScans.All.Values)
        {
            var read = Column().Matches(scan.From).Select(m => ContactColumns.NameOf(m.Groups[1].Value)).Distinct().Order();
            scan.Tables.Where(t => t.Contains('.', StringComparison.Ordinal)).Order().ShouldBe(read);
            scan.Tables.ShouldBeSubsetOf([.. FactTables.All.Select(t => t.Name).Except([ContactColumns.Table]), .. columns]);
        }
    }

    [Fact]
    public void AfterAnyChangesOfContactsKeptAndComputedAreOne() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var facts = RandomStory.Tell(seed).Facts;
        using var scene = new MetricScene(facts);
        var plain = new MetricEngine(keepMonths: false);
        for (var change = 0; change < 8; change++)
        {
            Same(scene, plain, MetricScene.Request($"metrics={(change % 4 == 3 ? Every : ReadBesideContacts)}&{Months}"));
            ContactChange.Happen(scene.Warehouse, facts, random, 2 + change);
        }

        scene.Engine.KeptOf(scene.Warehouse)!.Counts.Reused.ShouldBeGreaterThan(0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    private static void Same(MetricScene scene, MetricEngine plain, MetricRequest request) =>
        AnswerText.Of(scene.Engine.QueryAsync(scene.Warehouse, request, scene.Settings).GetAwaiter().GetResult())
            .ShouldBe(AnswerText.Of(plain.QueryAsync(scene.Warehouse, request, scene.Settings).GetAwaiter().GetResult()));

    private static decimal? Stitched(MetricScene scene, int month) => Row(scene, "stitched_contact_share", month);

    private static decimal? Row(MetricScene scene, string metric, int month) =>
        scene.Ask($"metrics={metric}&{Months}")[metric].Rows.Single(r => r.Period.From == new LocalDate(2026, month, 1)).Figure.Value;

    private static long Computed(MetricScene scene) => scene.Engine.KeptOf(scene.Warehouse)!.Counts.Computed;

    [GeneratedRegex(@"\bc\.(\w+)")]
    private static partial Regex Column();
}
