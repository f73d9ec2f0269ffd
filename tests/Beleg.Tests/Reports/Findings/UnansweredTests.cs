namespace Beleg.Tests.Reports.Findings;

public sealed class UnansweredTests
{
    [Fact]
    public void WhoWroteAndGotNothingAndWhoAskedForAPersonInVainAreCounted()
    {
        var finding = new FindingCase().Talks(90)
            .Talks(6, c => c with { Automated = false, AutomatedOutbound = 0 })
            .Talks(4, c => c with { HandoffRequested = true, HumanInvolved = true, HumanClockAt = c.StartedAt })
            .Of("unanswered").Single();
        finding.Says.En.ShouldBe("10 of 100 conversations on whats_app (10.0%) got no answer within a day; in 4 a person was asked for.".Replace("whats_app", "whatsapp", StringComparison.Ordinal));
        finding.Subject.ShouldBe("whatsapp");
    }

    [Fact]
    public void AnAnswerFromAPersonIsOne() =>
        new FindingCase().Talks(90).Talks(10, c => c with { HumanClockAt = c.StartedAt, HumanResponseMs = 60_000, HumanActed = true, HumanOutbound = 1 }).Of("unanswered").ShouldBeEmpty();

    [Fact]
    public void FourMayHappen() => new FindingCase().Talks(90).Talks(4, c => c with { AutomatedOutbound = 0 }).Of("unanswered").ShouldBeEmpty();

    [Fact]
    public void TheRowsBehindItAreTheirs() => new FindingCase().Talks(90).Talks(6, c => c with { AutomatedOutbound = 0 }).Behind("unanswered").Count.ShouldBe(6);
}
