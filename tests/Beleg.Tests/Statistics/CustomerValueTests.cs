using Beleg.Statistics.CustomerValue;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Statistics;

/// <summary>Customer value against the published results on CDNOW.</summary>
public sealed class CustomerValueTests
{
    private static readonly BgNbd Published = new(.243, 4.414, .793, 2.426);

    [Fact]
    public void ThePublishedParametersOfBgNbdComeOutOfTheOrders()
    {
        var customers = Cdnow.FromTheLog().Select(c => c.Purchases).ToList();
        customers.Count.ShouldBe(2357);
        (customers.Count(c => c.Repeats > 0), customers.Sum(c => c.Repeats)).ShouldBe((946, 2457));
        var model = BgNbd.Fit(customers)!;
        model.R.ShouldBe(.243, .0005);
        model.Alpha.ShouldBe(4.414, .0005);
        model.A.ShouldBe(.793, .0005);
        model.B.ShouldBe(2.426, .0005);
        model.R.ShouldBe(.2425945, 2e-5);
        model.Alpha.ShouldBe(4.4136019, 2e-4);
        model.LogLikelihood(customers).ShouldBe(-9582.4292, 1e-4);
        customers.Average(model.ProbabilityAlive).ShouldBe(.81343982, 1e-4);
    }

    [Fact]
    public void ThePublishedExpectationsOfBgNbdComeOut()
    {
        var model = BgNbd.Fit(Cdnow.Summary().Select(c => c.Purchases))!;
        model.Expected(new Purchases(2, 30.43, 38.86), 39).ShouldBe(1.22591048, 1e-4);
        var reference = Cdnow.Reference();
        foreach (var expected in reference.GetProperty("A_expect").EnumerateObject())
            model.ExpectedOfNewcomer(double.Parse(expected.Name, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected.Value.GetDouble(), expected.Value.GetDouble() * 1e-4);
        model.ExpectedOfNewcomer(78).ShouldBe(1.8576, 1.8576 * .005);
    }

    [Fact]
    public void ThePublishedProbabilitiesOfBgNbdComeOutToSevenDigits()
    {
        Published.Probability(10, 2).ShouldBe(1.07869e-07, 1e-12);
        Published.Probability(0, 39).ShouldBe(.5737864, 5e-8);
        double[] published = [.0019995214, .0015170236, .001163315, .0009003148, .0007023638, .0005517902, .0004361913, .0003467171, .0002769613, .000222226];
        for (var i = 0; i < published.Length; i++)
            Published.Probability(11 + i, 30).ShouldBe(published[i], 1e-9);
        Enumerable.Range(0, 3000).Sum(n => Published.Probability(n, 30)).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void WhatBgNbdExpectsOfTheNextThirtyNineWeeksIsWhatTheReferenceExpects()
    {
        var (orders, customers) = (Cdnow.Orders(), Cdnow.FromTheLog());
        var model = BgNbd.Fit(customers.Select(c => c.Purchases))!;
        var expected = customers.Select(c => model.Expected(c.Purchases, 39)).ToList();
        expected.Sum().ShouldBe(1653.4087, 1653 * .0005);
        var first = Cdnow.Reference().GetProperty("A_elog").GetProperty("first10_condexp").EnumerateArray().Select(v => v.GetDouble()).ToList();
        for (var i = 0; i < first.Count; i++)
            expected[i].ShouldBe(first[i], first[i] * .0005);
        var actual = orders.Where(o => o.Day > Cdnow.CalibrationEnd).Select(o => (o.Customer, o.Day)).Distinct().ToLookup(o => o.Customer);
        actual.Sum(a => a.Count()).ShouldBe(1882);
        var names = orders.Select(o => o.Customer).Distinct().Order(StringComparer.Ordinal).ToList();
        names.Select((name, i) => Math.Abs(actual[name].Count() - expected[i])).Average().ShouldBe(.78545424, .0005);
    }

    [Fact]
    public void ThePublishedParametersOfParetoNbdComeOut()
    {
        var customers = Cdnow.Summary().Select(c => c.Purchases).ToList();
        var model = ParetoNbd.Fit(customers)!;
        model.R.ShouldBe(.553, .0006);
        model.Alpha.ShouldBe(10.578, .0106);
        model.S.ShouldBe(.606, .0006);
        model.Beta.ShouldBe(11.669, .0117);
        model.LogLikelihood(customers).ShouldBe(-9594.97393, 1e-4);
    }

    [Fact]
    public void ThePublishedExpectationsOfParetoNbdComeOut()
    {
        // The parameters to which the R package BTYD rounds its own.
        var model = new ParetoNbd(.55, 10.56, .61, 11.64);
        double[] published = [0, .05077821, .09916088, .14542507, .1897993, .23247466, .27361274, .31335159, .35181024, .38909211];
        for (var t = 0; t < published.Length; t++)
            model.ExpectedOfNewcomer(t).ShouldBe(published[t], 5e-9);
        var customer = new Purchases(26, 30.86, 31);
        model = new ParetoNbd(.553, 10.578, .606, 11.669);
        model.ProbabilityAlive(customer).ShouldBe(.9979, .00005);
        model.Expected(customer, 52).ShouldBe(25.46, .005);
    }

    [Fact]
    public void ThePublishedParametersOfGammaGammaComeOutAndWithThemTheFirstTenAverages()
    {
        var customers = Cdnow.FromTheLog().Select(c => (c.Purchases.Repeats, c.MeanValue)).ToList();
        var model = GammaGamma.Fit(customers)!;
        model.P.ShouldBe(6.25, .005);
        model.Q.ShouldBe(3.74, .005);
        model.V.ShouldBe(15.44, .005);
        model.LogLikelihood(customers).ShouldBe(-4055.9177, 1e-4);
        double[] published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
        for (var i = 0; i < published.Length; i++)
            model.ExpectedValue(customers[i].Repeats, customers[i].MeanValue)!.Value.ShouldBe(published[i], .01);
        Math.Abs(GammaGamma.Correlation(customers)!.Value).ShouldBeLessThan(.2);
    }

    [Fact]
    public void AValueWithoutDiscountIsPurchasesTimesSpendingAndADiscountLowersIt()
    {
        var customers = Cdnow.FromTheLog();
        var value = new LifetimeValue(BgNbd.Fit(customers.Select(c => c.Purchases))!, GammaGamma.Fit(customers.Select(c => (c.Purchases.Repeats, c.MeanValue)))!);
        var (purchases, mean) = customers[0];
        var plain = value.Of(purchases, mean, step: 13, steps: 3, discountPerStep: 0)!.Value;
        plain.ShouldBe(1.2259944633968298 * 24.653918462895334, .02);
        var discounted = value.Of(purchases, mean, 13, 3, LifetimeValue.PerStep(.15, 4))!.Value;
        discounted.ShouldBeInRange(plain / 1.15, plain);
        value.OfNewcomer(13, 3, 0)!.Value.ShouldBe(value.Model.ExpectedOfNewcomer(39) * value.Spending.PopulationMean!.Value, 1e-9);
    }

    [Fact]
    public void CohortsAndTheMonthsInWhichTheyBoughtAgainAreTheReferences()
    {
        var cohorts = CohortRetention.Of(Cdnow.Orders().Select(o => (o.Customer, o.Day)), new YearMonth(1998, 6));
        cohorts.Select(c => c.Size).ShouldBe([781, 857, 719]);
        foreach (var cohort in cohorts)
        {
            var reference = Cdnow.Reference().GetProperty("A_kpis").GetProperty("active").GetProperty(cohort.Month.ToString("uuuu'-'MM", null));
            cohort.Active.ShouldBe(reference.EnumerateObject().Select(m => m.Value.GetInt32()));
        }

        cohorts[0].Share(1)!.Value.Low.ShouldBeLessThan(124 / 781d);
        cohorts[0].Share(18).ShouldBeNull();
    }

    [Fact]
    public void TenThousandCustomersTakeLessThanASecond()
    {
        var sample = Cdnow.FromTheLog();

        // Histories that differ: each copy is watched a little longer, so that counting equal ones together does not help.
        var customers = Enumerable.Range(0, 10_000).Select(i => (Of: sample[i % sample.Count], Longer: i / sample.Count * .01))
            .Select(c => c.Of.Purchases with { Age = c.Of.Purchases.Age + c.Longer }).ToList();
        BgNbd.Fit(customers.Take(100));
        Fastest.Of(5, () => BgNbd.Fit(customers)!.R.ShouldBe(.243, .003)).TotalSeconds.ShouldBeLessThan(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void TheUnitOfTimeChangesNothingButTheScale(int model)
    {
        var weeks = Cdnow.Summary().Select(c => c.Purchases).ToList();
        var days = weeks.Select(c => c with { Last = c.Last * 7, Age = c.Age * 7 }).ToList();
        if (model == 0)
            BgNbd.Fit(days)!.Alpha.ShouldBe(BgNbd.Fit(weeks)!.Alpha * 7, .01);
        else
            ParetoNbd.Fit(days)!.Beta.ShouldBe(ParetoNbd.Fit(weeks)!.Beta * 7, .05);
    }

    [Theory]
    [InlineData(.55, .3, .6, .28)]
    [InlineData(.3, .2, 1.7, .9)]
    [InlineData(1.4, .5, .2, .5)]
    [InlineData(.9, .05, 200, 500)]
    [InlineData(300, 700, .6, .02)]
    public void TheSlopesOfParetoNbdAreThoseOfItsLikelihood(double r, double alpha, double s, double beta)
    {
        // The likelihood is written a second time, with the function itself instead of its terms.
        var random = new Random(3);
        Purchases[] customers = [.. Enumerable.Range(0, 300).Select(i =>
        {
            var (repeats, age) = (i % 3 == 0 ? 0 : i == 1 ? 400 : random.Next(1, 30), .2 + .8 * random.NextDouble());
            return new Purchases(repeats, repeats == 0 ? 0 : i % 7 == 0 ? age : age * random.NextDouble(), age);
        })];
        double[] at = [r, alpha, s, beta];
        var slopes = new double[4];
        new ParetoNbdLikelihood(CountedPurchases.Of(customers), 1).Mean(at, slopes).ShouldBe(new ParetoNbd(r, alpha, s, beta).LogLikelihood(customers) / 300, 1e-9);
        for (var i = 0; i < 4; i++)
        {
            double[] up = [.. at], down = [.. at];
            (up[i], down[i]) = (up[i] * 1.00001, down[i] * .99999);
            double Mean(double[] p) => new ParetoNbd(p[0], p[1], p[2], p[3]).LogLikelihood(customers) / 300;
            slopes[i].ShouldBe((Mean(up) - Mean(down)) / (up[i] - down[i]), 1e-5 * Math.Max(1, Math.Abs(slopes[i])), $"parameter {i}");
        }
    }

    [Fact]
    public void WithoutRepeatsThereIsNoModel()
    {
        BgNbd.Fit([new Purchases(0, 0, 10), new Purchases(0, 0, 12)]).ShouldBeNull();
        ParetoNbd.Fit([]).ShouldBeNull();
        GammaGamma.Fit([(0, 0)]).ShouldBeNull();
        Should.Throw<ArgumentException>(() => BgNbd.Fit([new Purchases(2, 12, 10)]));
    }

    [Fact]
    public void AProbabilityOfBeingAliveIsAProbabilityAndFallsWithSilence()
    {
        foreach (IPurchaseModel model in (IPurchaseModel[])[Published, new ParetoNbd(.553, 10.578, .606, 11.669)])
        {
            var before = 1d;
            for (var age = 20; age < 400; age += 20)
            {
                var alive = model.ProbabilityAlive(new Purchases(6, 20, age));
                alive.ShouldBeInRange(0, before);
                before = alive;
            }

            before.ShouldBeLessThan(.01);
        }
    }
}
