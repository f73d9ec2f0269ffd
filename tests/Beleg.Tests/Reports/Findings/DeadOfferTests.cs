namespace Beleg.Tests.Reports.Findings;

public sealed class DeadOfferTests
{
    [Fact]
    public void AnOfferThatLosesMoreThanTheOtherStepsIsDead()
    {
        var finding = new FindingCase().Step("offer", 100, 40).Says("offer", "Get 10 % off your next order?").Step("style", 100, 10).Of("dead_offer").Single();
        finding.Subject.ShouldBe("bouquet/1/offer");
        finding.Says.En.ShouldBe("The offer at bouquet/1/offer loses 40.0% of 100 people; the flow's other steps lose 10.0%.");
    }

    [Fact]
    public void WhatIsNotSurelyMoreIsNotDead() =>
        new FindingCase().Step("offer", 100, 14).Says("offer", "Get 10 % off your next order?").Step("style", 100, 10).Of("dead_offer").ShouldBeEmpty();

    [Fact]
    public void AStepThatOffersNothingIsNoOffer() =>
        new FindingCase().Step("ask", 100, 40).Says("ask", "Which one?").Step("style", 100, 10).Of("dead_offer").ShouldBeEmpty();

    [Fact]
    public void ACampaignWithoutOneOrderIsDeadOnceItsWindowHasPassed()
    {
        new FindingCase().Messages(100, 0, m => m with { CampaignId = "fall" }, m => m).Of("dead_offer").Single().Says.En
            .ShouldBe("100 people got fall, none has ordered after it, and its window has passed.");
        new FindingCase().Messages(99, 0, m => m with { CampaignId = "fall" }, m => m).Of("dead_offer").ShouldBeEmpty();
    }

    [Fact]
    public void OneOrderKeepsACampaignAlive()
    {
        var sold = new FindingCase().Messages(100, 0, m => m with { CampaignId = "fall" }, m => m);
        sold.Story.Credit(sold.Story.Order(1, "2026-09-04", 4_000), sold.Story.Conversation(1, "2026-09-03", c => c with { CampaignId = "fall" }), 4_000);
        sold.Of("dead_offer").ShouldBeEmpty();
    }
}
