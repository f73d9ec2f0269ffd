using Beleg.Model;
using Beleg.Reports.Findings;

namespace Beleg.Tests.Reports.Findings;

public sealed class LowClickRateTests
{
    [Fact]
    public void ALinkClickedLessThanHalfAsOftenAsTheOthersIsSaid()
    {
        var finding = Links(clicked: 5, of: 200).Of("low_click_rate").Single();
        finding.Says.En.ShouldBe("5 of 200 recipients (2.5%) clicked the link at weak; elsewhere 30.0% do.");
        finding.Confidence.ShouldBe(FindingConfidence.Strong);
    }

    [Fact]
    public void HalfAsOftenIsNotLessThanHalf() => Links(clicked: 30, of: 200).Of("low_click_rate").ShouldBeEmpty();

    [Fact]
    public void TheRowsBehindItAreThoseWhoDidNotClick() => Links(clicked: 5, of: 200).Behind("low_click_rate").Count.ShouldBe(195);

    private static FindingCase Links(int clicked, int of) => new FindingCase()
        .Messages(of, clicked, Link("weak"), m => m with { LinkClickedAt = m.At }).Messages(200, 60, Link("good"), m => m with { LinkClickedAt = m.At });

    private static Func<MessageFact, MessageFact> Link(string flow) => m => m with { HasLinks = true, FlowId = flow };
}
