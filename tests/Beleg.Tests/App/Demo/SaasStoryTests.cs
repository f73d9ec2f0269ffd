using Beleg.App.Demo;
using Beleg.Model;

namespace Beleg.Tests.App.Demo;

/// <summary>The figures of the pricing pages, counted from the facts by hand.</summary>
[Trait("Speed", "Slow")]
public sealed class SaasStoryTests
{
    private static readonly Lazy<FactBatch> Folded = new(() => DemoFacts.Of(SaasStory.Story));

    [Fact]
    public void BeforeTheChatTwoPercentTookATrial()
    {
        var visits = Folded.Value.Visits.In(7, v => v.Day).ToList();

        (visits.Count, visits.Count(v => v.Converted), visits.Count(v => v.WithChat)).ShouldBe((120_000, 2_520, 0));
    }

    [Fact]
    public void VisitorsWhoChatTakeMoreTrials()
    {
        var visits = Folded.Value.Visits.Where(v => v.Day.Month is 8 or 9).ToList();

        visits.Select(v => v.Contact).Distinct().Count().ShouldBe(240_000);
        (visits.Count(v => v.WithChat), visits.Count(v => v.WithChat && v.Converted)).ShouldBe((86_667, 3_120));
        (visits.Count(v => !v.WithChat), visits.Count(v => !v.WithChat && v.Converted)).ShouldBe((153_333, 3_220));
        Folded.Value.Conversions.Count(c => c.Day.Month is 8 or 9 && c.Type == "trial").ShouldBe(6_340);
    }
}
