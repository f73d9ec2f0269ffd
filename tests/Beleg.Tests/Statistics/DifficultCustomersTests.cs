using Beleg.Statistics.CustomerValue;

namespace Beleg.Tests.Statistics;

/// <summary>
/// Customers who bring purchase models to their limits: thousands of purchases, nobody who leaves, everyone alike. References were computed
/// from the published formulas by integration with 60 digits (mpmath), best log-likelihoods by scipy from five starts.
/// </summary>
public sealed class DifficultCustomersTests
{
    [Theory]
    [InlineData(1.1883, .6056, .0268, 3.6742, 2512, 224, 225, 150, .5707097871927276, 946.6059498580231)]
    [InlineData(1.5, 2, 900.5, 40000, 1200, 50, 52, 200, 9.275085196692583e-19, 4.341038902036235e-17)]
    public void BgNbdExpectsSomethingOfWhoBoughtThousandsOfTimes(
        double r, double alpha, double a, double b, int repeats, double last, double age, double time, double alive, double expected)
    {
        var (model, customer) = (new BgNbd(r, alpha, a, b), new Purchases(repeats, last, age));
        model.ProbabilityAlive(customer).ShouldBe(alive, alive * 1e-9);
        model.Expected(customer, time).ShouldBe(expected, expected * 1e-8);
    }

    [Theory]
    [InlineData(.9561, 4.908, 216.58, 50071, 121, 92.93, 93.156, .9988738986887022, 57.86082706398208, -95.75427456679662)]
    [InlineData(.2065, .0339, 1.7139, 150.86, 1500, 99, 100, .0006237023085300816, .4135826422314744, 2563.707510420497)]
    [InlineData(5000, 120000, 2.5, 40, 3, 10, 40, .16081484984089617, .1888049459846121, -11.106316749647483)]
    public void ParetoNbdStandsParametersThatLieThousandsApart(
        double r, double alpha, double s, double beta, int repeats, double last, double age, double alive, double expected, double likelihood)
    {
        var (model, customer) = (new ParetoNbd(r, alpha, s, beta), new Purchases(repeats, last, age));
        model.ProbabilityAlive(customer).ShouldBe(alive, alive * 1e-8);
        model.Expected(customer, 52).ShouldBe(expected, expected * 1e-8);
        model.LogLikelihood([customer]).ShouldBe(likelihood, Math.Abs(likelihood) * 1e-9);
        new ParetoNbdLikelihood(CountedPurchases.Of([customer]), 1).Mean([r, alpha, s, beta], new double[4]).ShouldBe(likelihood, Math.Abs(likelihood) * 1e-9);
    }

    [Fact]
    public void OfTwoHillsTheHigherIsFound()
    {
        (int Repeats, int Last, int Age)[] days =
        [
            (1, 18, 208), (0, 0, 342), (1, 110, 319), (0, 0, 228), (0, 0, 333), (3, 172, 183), (0, 0, 246), (2, 137, 193), (2, 332, 361), (0, 0, 201),
            (0, 0, 360), (0, 0, 289), (10, 193, 227), (0, 0, 249), (3, 292, 320), (0, 0, 335), (2, 190, 278), (0, 0, 355), (3, 205, 255), (0, 0, 217),
            (1, 71, 357), (3, 272, 299), (0, 0, 362), (6, 264, 293), (1, 24, 358), (1, 141, 250), (0, 0, 206), (0, 0, 254), (0, 0, 303), (0, 0, 236),
        ];
        Purchases[] customers = [.. days.Select(d => new Purchases(d.Repeats, d.Last / 7d, d.Age / 7d))];
        BgNbd.Fit(customers)!.LogLikelihood(customers).ShouldBeGreaterThan(-156.5901 - .01);
    }

    [Theory]
    [MemberData(nameof(Cohorts))]
    public void EveryCohortGivesFiniteAnswers(string what, (int, double, double)[] cohort)
    {
        Purchases[] customers = [.. cohort.Select(c => new Purchases(c.Item1, c.Item2, c.Item3))];
        foreach (var model in (IPurchaseModel?[])[BgNbd.Fit(customers), ParetoNbd.Fit(customers)])
        {
            if (model is null)
                continue;
            double.IsFinite(model.LogLikelihood(customers)).ShouldBeTrue(what);
            foreach (var customer in customers.Distinct())
            {
                model.ProbabilityAlive(customer).ShouldBeInRange(0, 1, $"{what}: {customer} by {model}");
                foreach (var time in (double[])[1, 52, 1000])
                    model.Expected(customer, time).ShouldBeInRange(-1e-6, 1e6, $"{what}: {customer} in {time} by {model}");
            }
        }
    }

    public static TheoryData<string, (int, double, double)[]> Cohorts() => new()
    {
        { "one customer", [(5, 8, 10)] },
        { "one repeat", [(1, 3, 10), (0, 0, 10), (0, 0, 10), (0, 0, 10)] },
        { "all alike", [.. Enumerable.Repeat((2, 5d, 10d), 50)] },
        { "all bought just now", [.. Enumerable.Repeat((3, 10d, 10d), 20), (1, 10, 10)] },
        { "some buy all day", [(1500, 99, 100), (900, 98, 100), (3, 50, 100), (0, 0, 100)] },
        { "thousands of weeks", [(3, 3000, 9000), (0, 0, 9000), (12, 8800, 9000), (1, 10, 5000)] },
        { "nobody was watched", [(1, 0, 0), (0, 0, 0)] },
    };
}
