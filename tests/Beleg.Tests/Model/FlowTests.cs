using Beleg.Model;
using Beleg.Sources;
using NodaTime;
using static Beleg.Sources.EventKind;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

public sealed class FlowTests
{
    private static readonly Instant Start = At("2026-09-14 10:00");

    private static Instant After(double minutes) => Start.Plus(Duration.FromMinutes(minutes));

    [Fact]
    public void ALoopMakesThreeVisitsOfOneRun()
    {
        var facts = Fold(
            Flow(FlowEntered, Anna, Start), Flow(FlowStepReached, Anna, After(1), step: "ask", index: 0), Flow(FlowStepReached, Anna, After(2), step: "ask", index: 0),
            Flow(FlowStepReached, Anna, After(3), step: "ask", index: 0));
        facts.FlowRuns.ShouldHaveSingleItem().LastStep.ShouldBe("ask");
        facts.StepVisits.Select(v => v.Left).ShouldBe([true, true, false]);
        facts.StepVisits.Select(v => v.IsOpener).ShouldBe([true, false, false]);
    }

    [Fact]
    public void AnEditedFlowReportsBothVersions()
    {
        var facts = Fold(
            Flow(FlowEntered, Anna, Start, "r1", version: "1"), Flow(FlowStepReached, Anna, After(1), "r1", "ask", 0, "1"),
            Flow(FlowEntered, Anna, After(60), "r2", version: "2"), Flow(FlowStepReached, Anna, After(61), "r2", "ask", 0, "2"));
        facts.FlowRuns.Select(r => r.FlowVersion).ShouldBe(["1", "2"]);
        facts.StepVisits.Select(v => v.FlowVersion).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void AGoalOrTheEndLeavesAStepAndExpiryDoesNot()
    {
        StepVisitFact Visit(Event last) => Fold(Flow(FlowEntered, Anna, Start), Flow(FlowStepReached, Anna, After(1), step: "ask", index: 0), last).StepVisits.ShouldHaveSingleItem();
        Visit(Flow(FlowGoalReached, Anna, After(2))).LeftAt.ShouldBe(After(2));
        Visit(Flow(FlowExited, Anna, After(2))).Left.ShouldBeTrue();
        Visit(Flow(FlowExited, Anna, After(2), reason: FlowExitReason.Expired)).Left.ShouldBeFalse();
    }

    [Fact]
    public void AnExpiryDaysLaterNeitherProlongsNorBeginsAConversation()
    {
        var facts = Fold(Inbound(Anna, Start), Flow(FlowEntered, Anna, After(1)), Flow(FlowExited, Anna, After(3 * 24 * 60), reason: FlowExitReason.Expired));
        facts.Conversations.ShouldHaveSingleItem().EndedAt.ShouldBe(After(1));
        facts.FlowRuns.ShouldHaveSingleItem().ExitReason.ShouldBe(FlowExitReason.Expired);
    }

    [Fact]
    public void TheOpenerIsTheFirstStepOfTheConversationsFlow()
    {
        var left = Fold(Flow(FlowEntered, Anna, Start), Flow(FlowStepReached, Anna, After(1), step: "hello", index: 0), Flow(FlowStepReached, Anna, After(2), step: "ask", index: 1));
        (left.Conversations[0].OpenerVisited, left.Conversations[0].OpenerLeft).ShouldBe((true, true));
        var stayed = Fold(Flow(FlowEntered, Anna, Start), Flow(FlowStepReached, Anna, After(1), step: "hello", index: 0));
        (stayed.Conversations[0].OpenerVisited, stayed.Conversations[0].OpenerLeft).ShouldBe((true, false));
    }

    [Fact]
    public void AFlowWithoutRunIdsStillHasRuns()
    {
        static Event Plain(Event happened) => Named(happened with { Run = default });
        var facts = Fold(
            Plain(Flow(FlowEntered, Anna, Start)), Plain(Flow(FlowStepReached, Anna, After(1), step: "a", index: 0)),
            Plain(Flow(FlowEntered, Anna, After(5))), Plain(Flow(FlowStepReached, Anna, After(6), step: "a", index: 0)), Plain(Flow(FlowGoalReached, Anna, After(7))));
        facts.FlowRuns.Select(r => r.GoalAt).ShouldBe([null, After(7)]);
        facts.StepVisits.Count.ShouldBe(2);
    }
}
