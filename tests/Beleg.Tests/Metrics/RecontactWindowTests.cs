using System.Globalization;
using System.Text.RegularExpressions;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.State.Settings;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Facts tell of no return later than the longest window that can be asked for: nobody can see that they do not.</summary>
public sealed partial class RecontactWindowTests
{
    private const long Most = RecontactWindow.MostMilliseconds;
    private static readonly string Every = string.Join(',', MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Id));

    [Fact]
    public void AWorkspaceCanChooseTheLongestWindowAndNoLonger()
    {
        var setting = SettingsCatalogue.All.Single(s => s.Key == "recontact_window_hours");
        setting.Problems(new WorkspaceSettings { RecontactWindowHours = RecontactWindow.MostHours }).ShouldBeEmpty();
        setting.Problems(new WorkspaceSettings { RecontactWindowHours = RecontactWindow.MostHours + 1 }).ShouldNotBeEmpty();
    }

    [Fact]
    public void NoMetricHasALongerWindowOfItsOwn()
    {
        var windows = MetricCatalogue.Default.All.SelectMany(m => (m.Formula?.Measures ?? []).Concat(m.Parts.SelectMany(p => p.Formula?.Measures ?? [])))
            .SelectMany(m => m.Where).SelectMany(w => Own().Matches(w)).Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        windows.ShouldNotBeEmpty();
        windows.Max().ShouldBeLessThanOrEqualTo(Most);
    }

    [Fact]
    public void WhateverWindowIsChosenALaterReturnChangesNoFigure() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var story = RandomStory.Tell(seed);
        Change(story, c => c with { ReturnAfterMs = Told(story, c, c.ReturnAfterMs * 12), HumanAfterMs = Told(story, c, c.HumanAfterMs * 12) });
        story.Batch.Conversations.Count(c => c.ReturnAfterMs > Most).ShouldBeGreaterThan(0);
        foreach (var hours in (int[])[1, RecontactWindow.MostHours, random.Next(1, RecontactWindow.MostHours)])
        {
            var before = Answer(story, hours);
            var cut = RandomStory.Tell(seed);
            cut.Batch.Conversations.Clear();
            cut.Batch.Conversations.AddRange(story.Batch.Conversations);
            Change(cut, c => c with { ReturnAfterMs = c.ReturnAfterMs > Most ? null : c.ReturnAfterMs, HumanAfterMs = c.HumanAfterMs > Most ? null : c.HumanAfterMs });
            Answer(cut, hours).ShouldBe(before);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2));

    // Nobody returns after the last event there is.
    private static long? Told(Story story, ConversationFact fact, long? after) =>
        after is { } passed && fact.EndedAt + Duration.FromMilliseconds(passed) <= story.CutOff ? passed : null;

    private static void Change(Story story, Func<ConversationFact, ConversationFact> change)
    {
        var rows = story.Batch.Conversations.ConvertAll(c => change(c));
        story.Batch.Conversations.Clear();
        story.Batch.Conversations.AddRange(rows);
    }

    private static string Answer(Story story, int hours)
    {
        using var scene = new MetricScene(story.Facts) { Settings = new MetricSettings { RecontactWindow = Duration.FromHours(hours) } };
        var request = MetricScene.Request($"metrics={Every}&from=2026-06-01&to=2026-10-01&grain=month");
        return AnswerText.Of(scene.Engine.QueryAsync(scene.Warehouse, request, scene.Settings).GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"_after_ms > (\d+)")]
    private static partial Regex Own();
}
