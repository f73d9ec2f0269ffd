using Beleg.Reports.Copy;

namespace Beleg.Tests.Reports.Findings;

public sealed class VagueOfferTests
{
    private static readonly CopyPlace Mail = new(null, null, null, "autumn", "fall");

    [Fact]
    public void AnOfferWithoutADayIsSaidWithWhoDidNotReact()
    {
        var finding = new FindingCase()
            .Messages(100, 4, m => m with { CampaignId = "fall", Template = "autumn" }, m => m with { RepliedAt = m.At })
            .Says(Mail, "Get 10 % off, soon!").Of("vague_offer").Single();
        finding.Says.En.ShouldBe("The offer at fall/autumn names no date; 96 of 100 (96.0%) did not react.");
        finding.Experiment.Metric.ShouldBe("reply_rate");
    }

    [Fact]
    public void OneThatNamesItsLastDayIsFine() =>
        new FindingCase().Messages(100, 4, m => m with { CampaignId = "fall", Template = "autumn" }, m => m with { RepliedAt = m.At })
            .Says(Mail, "Get 10 % off until Friday!").Of("vague_offer").ShouldBeEmpty();

    [Fact]
    public void ItsMoneyIsAPartOfTheReactionsThereAreAndNotOfEverybodySilent()
    {
        var money = new FindingCase().Worth(null).Messages(100, 40, m => m with { CampaignId = "fall", Template = "autumn" }, m => m with { RepliedAt = m.At })
            .Says(Mail, "Get 10 % off, soon!").Of("vague_offer").Single().Money!;
        // 40 reacted × 20 % × 5.00.
        money.Base.ShouldBe(40m);
    }
}
