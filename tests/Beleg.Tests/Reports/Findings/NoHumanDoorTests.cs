namespace Beleg.Tests.Reports.Findings;

public sealed class NoHumanDoorTests
{
    [Fact]
    public void AFlowFromWhichNobodyReachesAPersonIsSaidWhereManyGiveUp() =>
        new FindingCase().Talks(70, c => c with { FlowId = "faq" }).Talks(30, c => c with { FlowId = "faq", Abandoned = true }).Of("no_human_door").Single().Says.En
            .ShouldBe("None of 100 conversations in faq reached a person; 30 (30.0%) ended not understood or in silence.");

    [Fact]
    public void OneHandOffIsADoor() =>
        new FindingCase().Talks(70, c => c with { FlowId = "faq" }).Talks(40, c => c with { FlowId = "faq", Abandoned = true }).Talks(1, c => c with { FlowId = "faq", HumanInvolved = true })
            .Of("no_human_door").ShouldBeEmpty();

    [Fact]
    public void WhereNobodyGetsStuckNobodyNeedsOne() => new FindingCase().Talks(200, c => c with { FlowId = "faq" }).Of("no_human_door").ShouldBeEmpty();
}
