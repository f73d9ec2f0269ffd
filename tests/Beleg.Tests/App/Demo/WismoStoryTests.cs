using Beleg.App.Demo;
using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.App.Demo;

/// <summary>The figures of 'where is my order', counted from the facts by hand.</summary>
[Trait("Speed", "Slow")]
public sealed class WismoStoryTests
{
    private static readonly Lazy<FactBatch> Folded = new(() => DemoFacts.Of(WismoStory.Story));

    [Theory]
    [InlineData(5, 7_560, 10_440)]
    [InlineData(8, 14_040, 3_960)]
    [InlineData(9, 14_040, 3_960)]
    public void EachMonthHasItsContainedAndItsHumanConversations(int month, int verified, int human)
    {
        var conversations = Folded.Value.Conversations.In(month, c => c.Day).ToList();
        var window = (long)Duration.FromHours(72).TotalMilliseconds;

        conversations.Count(c => c.Automated).ShouldBe(18_000);
        conversations.Count(c => c.Automated && !c.HumanInvolved && !c.Abandoned && c.ResolvedAt is not null && !(c.HumanAfterMs <= window)).ShouldBe(verified);
        conversations.Count(c => c.HumanActed).ShouldBe(human);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    public void CustomersStayAsContentAsTheyWere(int month)
    {
        var scores = Folded.Value.Surveys.In(month, s => s.Day).Where(s => s.Type == SurveyType.Csat).Select(s => s.Score).ToList();

        scores.Count.ShouldBeGreaterThan(1_500);
        scores.Average().ShouldBe(4.5, 0.05);
    }
}
