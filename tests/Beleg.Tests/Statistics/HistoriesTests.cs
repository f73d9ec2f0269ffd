using System.Globalization;
using System.Text.Json;
using Beleg.Statistics.CustomerValue;
using Beleg.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Tests.Statistics;

/// <summary>From orders to histories, and who is still there.</summary>
public sealed class HistoriesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void RepeatsLastAndAgeAreCountedAsThePublishedCasesCountThem(int number)
    {
        var test = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/clv/rfm_vectors.json"))).RootElement.GetProperty("cases")[number];
        var orders = test.GetProperty("transactions").EnumerateArray().Select(t => (t[0].GetInt32(), Day(t[1]), t.GetArrayLength() > 2 ? t[2].GetDouble() : 0));
        var histories = PurchaseHistories.Of(orders, Day(test.GetProperty("observation_end")), daysPerUnit: 1);
        foreach (var expected in test.GetProperty("expected").EnumerateArray())
        {
            var (purchases, mean) = histories[expected[0].GetInt32()];
            purchases.ShouldBe(new Purchases(expected[1].GetInt32(), expected[2].GetDouble(), expected[3].GetDouble()));
            if (expected.GetArrayLength() > 4)
                mean.ShouldBe(expected[4].GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void TheOrderInWhichOrdersComeDoesNotMatter()
    {
        (string, LocalDate, double)[] orders = [("b", new(2014, 4, 9), 20), ("b", new(2014, 3, 14), 10), ("b", new(2014, 5, 21), 25)];
        PurchaseHistories.Of(orders, new LocalDate(2014, 6, 1))["b"].MeanValue.ShouldBe(22.5);
    }

    [Fact]
    public void TheShareOfSubscribersStillThereIsWhatRPrints()
    {
        var customers = File.ReadLines(SharedFiles.Find("data/churn_csat_nps/telco_churn.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => (double.Parse(cells[5], CultureInfo.InvariantCulture), cells[0] == "\"Yes\""));
        var steps = Survival.Of(customers);
        Survival.At(steps, 12).ShouldBe(.8431995538, 1e-9);
        Survival.At(steps, 24).ShouldBe(.7887363984, 1e-9);
        Survival.At(steps, 72).ShouldBe(.5927901521, 1e-9);
        Survival.At(steps, .5).ShouldBe(1);
        var year = steps.Single(s => s.Time == 12);
        year.AtRisk.ShouldBe(4974);
        steps.Where(s => s.Time is > 6 and <= 12).Sum(s => s.Left).ShouldBe(253);
        year.StandardError.ShouldBe(.004492160255, 1e-11);
        year.Interval().Low.ShouldBe(.8344408889, 1e-9);
        year.Interval().High.ShouldBe(.8520501536, 1e-9);
    }

    private static LocalDate Day(JsonElement day) => LocalDatePattern.Iso.Parse(day.GetString()!).Value;
}
