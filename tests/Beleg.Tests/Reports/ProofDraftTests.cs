using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.State;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>What the numbers draft, and what a person writes over it.</summary>
public sealed class ProofDraftTests
{
    [Fact]
    public void BothTheDraftAndThePersonsTextAreKept()
    {
        var drafted = SomeProof.Florist();

        var proof = ProofDraft.Apply(drafted, [Edit("wins.1.text", "A strong month.", ""), Edit("commentary.2.text", "", "Im Oktober wird es enger.")]);

        proof.Wins[0].Text.ShouldBe(new Words("A strong month.", "A strong month."));
        proof.Wins[0].Business.ShouldBe(drafted.Wins[0].Business);
        proof.Commentary[1].Text.De.ShouldBe("Im Oktober wird es enger.");
        proof.Edits.Select(e => (e.Place, e.Drafted, e.Author)).ShouldBe([("wins.1.text", drafted.Wins[0].Text, "ada"), ("commentary.2.text", drafted.Commentary[1].Text, "ada")]);
    }

    [Fact]
    public void APersonMayFillAPlaceThatTheNumbersLeftEmpty()
    {
        var proof = ProofDraft.Apply(SomeProof.Empty(), [Edit("wins.1.text", "The programme went live.", "Das Programm ist gestartet."), Edit("wins.1.business", "First chats expected Monday", "")]);

        proof.Wins.Single().Rule.ShouldBe("person");
        proof.Edits[0].Drafted.ShouldBe(new Words("", ""));
        ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.German).ShouldContain("Das Programm ist gestartet.");
    }

    [Fact]
    public void TheLatestEditHoldsAndAnEmptyOneGivesThePlaceBack()
    {
        using var state = new TemporaryState();
        var edits = state.Store.ProofEdits;
        edits.Add("florist", "2026-09", "ada", [("wins.1.text", "drafted", "entworfen", "one", "")]);
        edits.Add("florist", "2026-09", "ben", [("wins.1.text", "drafted", "entworfen", "two", "")]);
        edits.Holding("florist", "2026-09").Single().En.ShouldBe("two");
        edits.Add("florist", "2026-09", "ben", [("wins.1.text", "drafted", "entworfen", "", "")]);

        edits.Holding("florist", "2026-09").ShouldBeEmpty();
        edits.History("florist", "2026-09").Select(e => (e.Author, e.En)).ShouldBe([("ada", "one"), ("ben", "two"), ("ben", "")]);
        edits.History("baker", "2026-09").ShouldBeEmpty();
    }

    [Fact]
    public void EveryWinSaysWhatItMeansForTheBusiness()
    {
        SomeProof.Florist().Wins.Count.ShouldBe(3);
        SomeProof.Florist().Wins.ShouldAllBe(w => w.Business!.En.Any(char.IsDigit) && w.Business.De.Any(char.IsDigit));
    }

    [Fact]
    public void TheSumBehindASavingIsWrittenOutOnlyWhereItIsOne()
    {
        // 6,480 × 4.20 = 27,216.00
        var proof = Wismo(27_216m);
        proof.Wins.Single(w => w.Rule == "support_saved").Business!.En.ShouldBe("6,480 contacts × $4.20 = $27,216.00");
        proof.Wins.Single(w => w.Rule == "support_saved").Text.En.ShouldBe("78.0% of chats solved without people, 42% before.");

        Wismo(27_000m).Wins.Single(w => w.Rule == "support_saved").Business!.En.ShouldBe("$27,000.00 support cost avoided");
    }

    [Fact]
    public void AnExperimentExpectsATenthOfTheWayOnTheCautiousEnd()
    {
        var contain = Wismo(27_216m).Experiments[0];

        // 3,960 are not contained; a tenth of them, all of which would have asked a person, at 4.20.
        (contain.Rule, contain.Metric, contain.MonthlyGain, contain.GainIsMoney).ShouldBe(("contain", "containment_rate", 1_663.20m, true));
        (contain.From, contain.To).ShouldBe((.78m, .802m));
        contain.PaybackMonths.ShouldBeNull("the team's hour has no price");
        contain.Payback.En.ShouldBe("+$1,663.20/month");
    }

    [Fact]
    public void ComparingVisitorsIsNeverCalledACause()
    {
        var proof = SomeProof.Florist();

        // 1,608 − 2.1 % × 44,667 = 670
        var win = proof.Wins.Single(w => w.Rule == "chat_converts");
        win.Business!.En.ShouldBe("670 more conversions; cause unproven");
        proof.Experiments.Concat(ProofExperiments.Of(proof)).ShouldContain(e => e.Rule == "hold_out");
    }

    [Fact]
    public void TheCommentaryHasThreeOrFourPointsAndEndsWithADecision()
    {
        foreach (var proof in new[] { SomeProof.Florist(), Wismo(27_216m), SomeProof.Florist() with { Restated = [] } }.Select(SomeProof.Pointed))
        {
            proof.Commentary.Count.ShouldBeInRange(3, 4);
            proof.Commentary[0].Kind.ShouldBe(ProofCommentKind.Trend);
            proof.Commentary[^1].Kind.ShouldBe(ProofCommentKind.Decision);
        }
    }

    [Fact]
    public void ADecisionKeepsItsPlaceWhereARestatementTakesOne()
    {
        var proof = SomeProof.Pointed(SomeProof.Florist() with { Outlook = Ahead(12, 365) });

        proof.Restated.ShouldNotBeEmpty();
        proof.Commentary.Select(c => c.Kind).ShouldBe([ProofCommentKind.Trend, ProofCommentKind.Risk, ProofCommentKind.Decision]);
        SomeProof.Pointed(proof with { Restated = [] }).Commentary.Select(c => c.Kind).ShouldBe([ProofCommentKind.Trend, ProofCommentKind.Outlook, ProofCommentKind.Risk, ProofCommentKind.Decision]);
    }

    [Theory]
    [InlineData(12, 365, "Next 12\u00a0months: $800, 80%\u00a0range −$4,384 to $5,978.", "Nächste 12\u00a0Monate: 800\u00a0$, 80-%-Spanne −4.384\u00a0$ bis 5.978\u00a0$.")]
    [InlineData(null, 329, "Next 47\u00a0weeks: $800, 80%\u00a0range −$4,384 to $5,978.", "Nächste 47\u00a0Wochen: 800\u00a0$, 80-%-Spanne −4.384\u00a0$ bis 5.978\u00a0$.")]
    [InlineData(null, 61, "Next 2\u00a0months: $800, 80%\u00a0range −$4,384 to $5,978.", "Nächste 2\u00a0Monate: 800\u00a0$, 80-%-Spanne −4.384\u00a0$ bis 5.978\u00a0$.")]
    [InlineData(null, 60, "Next 60\u00a0days: $800, 80%\u00a0range −$4,384 to $5,978.", "Nächste 60\u00a0Tage: 800\u00a0$, 80-%-Spanne −4.384\u00a0$ bis 5.978\u00a0$.")]
    public void WhatLiesAheadIsSaidInStepsThatPeoplePlanIn(int? months, int days, string english, string german)
    {
        var ahead = SomeProof.Pointed(SomeProof.Florist() with { Restated = [], Outlook = Ahead(months, days) }).Commentary.Single(c => c.Kind == ProofCommentKind.Outlook);

        (ahead.Text.En, ahead.Text.De).ShouldBe((english, german));
    }

    private static ProofOutlook Ahead(int? months, int days) => new(months, days, 799.6m, -4_384.4m, 5_978.2m, -7_000m, 8_000m, "theta");

    private static ProofSnapshot Wismo(decimal saved)
    {
        var florist = SomeProof.Florist();
        return SomeProof.Pointed(florist with
        {
            Restated = [],
            Figures =
            [
                .. florist.Figures.Where(f => f.Metric is not ("conversion_rate" or "revenue_per_chat" or "deflected_contacts")).Select(f => f.Metric == "avoided_support_cost" ? f with { Value = saved, Scenarios = new(saved, saved, saved) } : f),
                SomeProof.Figure("deflected_contacts", "Deflected", "Vermieden", ProofLayout.Unseen, MetricUnit.Count, 6_480),
            ],
            Assumptions = [.. florist.Assumptions.Select(a => a.Id switch
            {
                "cost_per_human_contact" => a with { Low = 4.2m, Unset = false },
                "would_have_contacted_human" => a with { Value = 1, Low = 1, High = 1, Unset = false },
                _ => a,
            }), florist.Assumptions[0] with { Id = "baseline_containment", Value = .42m, Low = .42m, High = .42m, Unset = false }],
        });
    }

    private static ProofEdit Edit(string place, string en, string de) => new(0, "2026-09", place, "", "", en, de, "ada", Instant.FromUtc(2026, 10, 2, 9, 0));
}
