using Beleg.Model;
using Beleg.Sources;

namespace Beleg.Tests.Reports.Findings;

public sealed class SendingTimeTests
{
    [Fact]
    public void ATimeWithSurelyMoreReactionsIsSaid()
    {
        var finding = Campaign(morning: 10, evening: 60).Of("sending_time").Single();
        finding.Subject.ShouldBe("18-21");
        finding.Says.En.ShouldBe("Campaigns sent from 18:00–21:00 get a reaction from 30.0% of 200 recipients; at other times from 5.0% of 200.");
    }

    [Fact]
    public void WhatMayBeChanceIsNotSaid() => Campaign(morning: 20, evening: 25).Of("sending_time").ShouldBeEmpty();

    [Fact]
    public void AnswersOfAFlowAreNoCampaign() =>
        new FindingCase().Messages(100, 5, m => m, Replied, "2026-09-02T08:00:00Z").Messages(100, 60, m => m, Replied, "2026-09-02T18:00:00Z").Of("sending_time").ShouldBeEmpty();

    private static FindingCase Campaign(int morning, int evening) => new FindingCase()
        .Messages(200, morning, Sent, Replied, "2026-09-02T08:00:00Z").Messages(200, evening, Sent, Replied, "2026-09-02T18:00:00Z");

    private static MessageFact Sent(MessageFact message) => message with { Kind = MessageKind.Campaign };

    private static MessageFact Replied(MessageFact message) => message with { RepliedAt = message.At };
}
