using System.Globalization;
using Beleg.Statistics;
using Beleg.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Tests.Statistics;

/// <summary>Real data with results that others have published or recomputed.</summary>
public sealed class PublishedStatisticsTests
{
    [Fact]
    public void TheSurveyOfThirtyNineHasItsPublishedScoreAndError()
    {
        var score = NetPromoter.Of(File.ReadLines(SharedFiles.Find("data/churn_csat_nps/sudzilla_survey.csv")).Skip(1)
            .Select(line => int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)));
        score.ShouldBe(new NetPromoter(8, 9, 22));
        score.Value!.Value.ShouldBe(-35.897435897, 1e-9);
        score.StandardError!.Value.ShouldBe(12.813936512, 1e-9);
        score.Interval()!.Value.Low.ShouldBe(-61.012289961, 1e-8);
        score.Interval()!.Value.High.ShouldBe(-10.782581834, 1e-8);
    }

    [Fact]
    public void NearlyThreeThousandAnswersHaveTheirScoreAndError()
    {
        var score = NetPromoter.Of(File.ReadLines(SharedFiles.Find("data/churn_csat_nps/satisfaction_0_10.csv")).Skip(1)
            .Select(line => int.Parse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture)));
        score.ShouldBe(new NetPromoter(761, 1473, 563));
        score.Value!.Value.ShouldBe(7.079013228, 1e-9);
        score.StandardError!.Value.ShouldBe(1.294018411, 1e-9);
    }

    [Fact]
    public void TheTopTwoOfFourAreSixtyThreePercent()
    {
        var answers = Satisfaction.Of(
            File.ReadLines(SharedFiles.Find("data/churn_csat_nps/csat_1_4.csv")).Skip(1).Select(line => int.Parse(line.Split(',')[2], CultureInfo.InvariantCulture)),
            scaleMax: 4);
        answers.Answers.ShouldBe(735);
        (100 * answers.Share!.Value).ShouldBe(63.40136, 1e-5);
        answers.Mean!.Value.ShouldBe(2.783673, 1e-6);
    }

    [Fact]
    public void TheChurnOfSevenThousandSubscribersComesOut()
    {
        var churned = File.ReadLines(SharedFiles.Find("data/churn_csat_nps/telco_churn.csv")).Skip(1).Select(line => line.StartsWith("\"Yes\"", StringComparison.Ordinal)).ToList();
        churned.Count.ShouldBe(7043);
        Textbook.ChurnRate(churned.Count(c => !c), 0, churned.Count)!.Value.ShouldBe(.2653699m, 1e-7m);
    }

    [Fact]
    public void OrdersOfOneCustomerHangTogetherAndTheIntervalSaysSo()
    {
        var days = CustomerDays();
        days.Count.ShouldBe(6696);
        var revenue = days.Values.Sum();
        Textbook.AverageOrderValue(revenue, days.Count)!.Value.ShouldBe(36.45339605734767m, 1e-12m);

        var orders = days.Values.Select(v => (double)v).ToList();
        var independent = ConfidenceInterval.OfMean(orders.Count, orders.Sum(), orders.Sum(o => o * o))!.Value;
        independent.Low.ShouldBe(35.47048, 1e-5);
        independent.High.ShouldBe(37.43631, 1e-5);

        var customers = days.GroupBy(d => d.Key.Customer).Select(g => (Numerator: (double)g.Sum(d => d.Value), Denominator: (double)g.Count())).ToArray();
        customers.Length.ShouldBe(2357);
        var sums = RatioOfSums.Of(customers);
        sums.StandardError!.Value.ShouldBe(1.106505, .01);
        sums.Interval()!.Value.Low.ShouldBe(34.51462, .3);
        sums.Interval()!.Value.High.ShouldBe(38.82261, .3);

        var drawn = Bootstrap.RatioInterval(customers, seed: 20260901)!.Value;
        drawn.Low.ShouldBe(34.51462, .12);
        drawn.High.ShouldBe(38.82261, .12);
    }

    [Fact]
    public void CustomersKeptFromTheFirstToTheSecondQuarterAreFortyFourPercent()
    {
        var first = Active(new LocalDate(1998, 1, 1));
        var second = Active(new LocalDate(1998, 4, 1));
        first.Count.ShouldBe(384);
        first.Intersect(second).Count().ShouldBe(169);
        Textbook.RetentionRate(second.Count, second.Except(first).Count(), first.Count)!.Value.ShouldBe(.44010m, 1e-5m);
    }

    private static HashSet<string> Active(LocalDate quarter) =>
        [.. CustomerDays().Keys.Where(d => d.Day >= quarter && d.Day < quarter.PlusMonths(3)).Select(d => d.Customer)];

    private static Dictionary<(string Customer, LocalDate Day), decimal> CustomerDays()
    {
        var pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        var days = new Dictionary<(string, LocalDate), decimal>();
        foreach (var line in File.ReadLines(SharedFiles.Find("data/clv/CDNOW_sample.txt")))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 5)
                continue;
            var key = (cells[1], pattern.Parse(cells[2]).Value);
            days[key] = days.GetValueOrDefault(key) + decimal.Parse(cells[4], CultureInfo.InvariantCulture);
        }

        return days;
    }
}
