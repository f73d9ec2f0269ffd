using Beleg.App.Demo;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.App.Demo;

public sealed class DemoDeliveriesTests
{
    [Fact]
    public void EverythingTheDemoDeliversIsUnderstood()
    {
        var told = DemoEvents.Of(FloristStory.Story);

        told.Events.ShouldAllBe(e => e.Kind != EventKind.Unknown);
        told.Events.Select(e => e.Id).Distinct().Count().ShouldBe(told.Events.Count);
    }

    [Fact]
    public void TheSameStoryIsToldEveryTime()
    {
        static string Told() => string.Join('\n', FloristStory.Story.Lots().SelectMany(l => l).Select(d => $"{d.Source} {d.ReceivedAt} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(d.Body.Span))}"));

        Told().ShouldBe(Told());
    }

    [Fact]
    public void WhatIsExpectedIsSaidInBothLanguagesInEveryStory()
    {
        foreach (var story in DemoStories.All)
        {
            var said = DemoEvents.Of(story).Events.Select(e => e.Payload switch
            {
                HypothesisPayload expected => (expected.Statement, expected.StatementDe),
                ExperimentPlanPayload planned => (planned.Statement, planned.StatementDe),
                _ => default,
            }).Where(words => words != default).ToList();

            said.ShouldNotBeEmpty(story.Workspace);
            said.ShouldAllBe(words => words.StatementDe != null && words.StatementDe != words.Statement);
        }
    }

    [Fact]
    public void NothingArrivesBeforeItHappened()
    {
        foreach (var delivery in FloristStory.Story.Lots().SelectMany(l => l))
            delivery.Body.Length.ShouldBeInRange(50, 4 * 1024 * 1024);
        DemoEvents.Of(FloristStory.Story).Events.Max(e => e.OccurredAt).ShouldBeLessThan(Instant.FromUtc(2026, 10, 12, 0, 0));
    }
}
