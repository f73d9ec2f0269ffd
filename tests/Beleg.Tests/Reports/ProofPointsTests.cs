using Beleg.Metrics;
using Beleg.Reports.ProofPacks;

namespace Beleg.Tests.Reports;

public sealed class ProofPointsTests
{
    private static ProofSnapshot With(params ProofFigure[] figures) => SomeProof.Pointed(SomeProof.Empty() with { Figures = figures, Assumptions = [] });

    private static ProofFigure Share(decimal now, decimal before, GoodDirection good = GoodDirection.Up) =>
        SomeProof.Figure("containment_rate", "Containment", "Ohne Menschen gelöst", "savings", MetricUnit.Share, now, before, good);

    [Fact]
    public void AChangeToTheGoodIsAWinAndSaysBothNumbers()
    {
        var proof = With(Share(.78m, .42m));

        proof.Wins.Single().Text.En.ShouldBe("Containment: 78.0% (was 42.0%).");
        proof.Wins.Single().Text.De.ShouldBe("Ohne Menschen gelöst: 78,0\u00a0% (vorher 42,0\u00a0%).");
        proof.Risks.ShouldBeEmpty();
    }

    [Fact]
    public void TheSameChangeIsARiskWhereLessIsBetter() => With(Share(.78m, .42m, GoodDirection.Down)).Risks.Single().Rule.ShouldBe("rose");

    [Fact]
    public void WhatChanceMayHaveDoneIsNeither()
    {
        var proof = With(Share(.78m, .75m) with { Interval = new(.70m, .84m) });

        proof.Wins.ShouldBeEmpty();
        proof.Risks.ShouldBeEmpty();
    }

    [Fact]
    public void FewCasesMakeNoWin() => With(Share(.78m, .42m) with { LowSample = true }).Wins.ShouldBeEmpty();

    [Fact]
    public void RoundingMakesNoWin() => With(Share(.783m, .78m)).Wins.ShouldBeEmpty();

    [Fact]
    public void AtMostThreeStandThereTheLargestFirst()
    {
        var proof = With([.. Enumerable.Range(1, 6).Select(i => SomeProof.Figure($"m{i}", $"M{i}", $"M{i}", "revenue", MetricUnit.Count, 100 + 10 * i, 100))]);

        proof.Wins.Select(w => w.Metric).ShouldBe(["m6", "m5", "m4"]);
    }

    [Fact]
    public void AnEmptyMonthHasNoWin()
    {
        SomeProof.Empty().Wins.ShouldBeEmpty();
        SomeProof.Empty().Risks.ShouldContain(r => r.Rule == "no_cost");
    }

    [Fact]
    public void MoneyThatIsMissingComesBeforeEverything()
    {
        var florist = SomeProof.Florist();
        var books = florist.Reconciliation;

        SomeProof.Pointed(florist with { Reconciliation = books with { Total = books.Total with { ShopTotal = 1 }, OrdersWithoutRate = 3 } })
            .Risks.Select(r => r.Rule).Take(2).ShouldBe(["shop_total_differs", "rate_missing"]);
    }

    [Fact]
    public void OneFigureIsNamedOnce() => SomeProof.Florist().Risks.Select(r => r.Metric).Where(m => m is not null).ShouldBeUnique();
}
