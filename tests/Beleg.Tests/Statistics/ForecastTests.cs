using System.Collections.Concurrent;
using System.Globalization;
using Beleg.Statistics.Forecasts;
using Beleg.Tests.Support;

namespace Beleg.Tests.Statistics;

/// <summary>Forecasts against those of R's forecast package (8.20) on 200 series of the M3 competition and five classic ones.</summary>
public sealed class ForecastTests
{
    private const string Competition = "m3_A";
    private const string Classic = "classic_A";

    [Theory]
    [InlineData(Competition)]
    [InlineData(Classic)]
    public void TheSameAsOneSeasonAgoIsExactWithItsInterval(string set)
    {
        var method = new SeasonalNaive();
        foreach (var series in Read(set))
        {
            var (reference, forecast) = (References(set)[(series.Name, "snaive")], method.Of(series.Train, series.Season, series.Test.Length)!);
            for (var h = 0; h < series.Test.Length; h++)
            {
                forecast.Points[h].Mean.ShouldBe(reference.Mean[h], 1e-9 + 1e-9 * Math.Abs(reference.Mean[h]), series.Name);
                forecast.Points[h].Low95.ShouldBe(reference.Low[h], 1e-6 * Math.Abs(reference.High[h]), series.Name);
                forecast.Points[h].High95.ShouldBe(reference.High[h], 1e-6 * Math.Abs(reference.High[h]), series.Name);
            }
        }
    }

    [Theory]
    [InlineData(Competition)]
    [InlineData(Classic)]
    public void ThetaIsAsGoodAsItsReferenceAndSeriesBySeriesNearlyTheSame(string set)
    {
        var result = Run(set, new Theta(), "theta");
        result.Smape.ShouldBe(result.Reference, .3);
        result.MedianApart.ShouldBeLessThan(.01);
        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
    }

    [Fact]
    public void ExponentialSmoothingIsAsGoodAsItsReferenceOnTheClassics() => Check(Run(Classic, new ExponentialSmoothing(), "ets"), 1);

    [Fact]
    [Trait("Speed", "Slow")]
    public void ExponentialSmoothingIsAsGoodAsItsReferenceOnTwoHundredSeries() => Check(Run(Competition, new ExponentialSmoothing(), "ets"), .3);

    [Fact]
    public void ASmoothingModelIsAtLeastAsLikelyAsTheOneRFound()
    {
        // The reference's own choice where it is level only: few enough parameters that both must end at the same place.
        var compared = 0;
        foreach (var series in Read(Competition))
        {
            var reference = References(Competition)[(series.Name, "ets")];
            if (reference.Model is not ("ETS(A,N,N)" or "ETS(M,N,N)"))
                continue;
            var model = EtsModel.Simple with { Error = reference.Model == "ETS(A,N,N)" ? EtsPart.Additive : EtsPart.Multiplicative };
            EtsFit.Of(series.Train, model, series.Season)!.LogLikelihood.ShouldBeGreaterThan(reference.LogLikelihood - .01, series.Name);
            compared++;
        }

        compared.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void ASeriesThatRepeatsItselfIsForecastExactly()
    {
        double[] year = [10, 12, 15, 11, 9, 8, 7, 9, 14, 18, 25, 30];
        double[] values = [.. Enumerable.Range(0, 48).Select(t => year[t % 12])];
        var forecast = new SeasonalNaive().Of(values, 12, 12)!;
        forecast.Points.Select(p => p.Mean).ShouldBe(year);
        forecast.Points.ShouldAllBe(p => p.Low95 == p.Mean && p.High95 == p.Mean);
        ChosenForecast.Of(values, 12, 12)!.Forecast.Points.Select(p => Math.Round(p.Mean, 2)).ShouldBe(year);
    }

    [Fact]
    public void IntervalsLieAroundTheForecastAndTheWiderHoldsTheNarrower()
    {
        foreach (var series in Read(Classic))
        {
            foreach (var method in ChosenForecast.Methods)
            {
                foreach (var point in method.Of(series.Train, series.Season, series.Test.Length)!.Points)
                {
                    point.Low95.ShouldBeLessThanOrEqualTo(point.Low80);
                    point.Low80.ShouldBeLessThanOrEqualTo(point.Mean);
                    point.Mean.ShouldBeLessThanOrEqualTo(point.High80);
                    point.High80.ShouldBeLessThanOrEqualTo(point.High95);
                }
            }
        }
    }

    [Fact]
    public void TheSameValuesGiveTheSameForecastAgain()
    {
        var series = Read(Classic)[0];
        ChosenForecast.Of(series.Train, series.Season, 12)!.Forecast.Points.ShouldBe(ChosenForecast.Of(series.Train, series.Season, 12)!.Forecast.Points);
    }

    [Fact]
    public void TooLittleToLearnFromGivesNoForecast()
    {
        ChosenForecast.Of([], 12, 3).ShouldBeNull();
        ChosenForecast.Of([5], 12, 3).ShouldBeNull();
        new Theta().Of([1, 2, 3], 1, 3).ShouldBeNull();
        ChosenForecast.Of([5, 6], 1, 3)!.Forecast.Points.Select(p => p.Mean).ShouldBe([6d, 6, 6]);
        ChosenForecast.Of([.. Enumerable.Repeat(0d, 30)], 7, 7)!.Forecast.Points.ShouldAllBe(p => p.Mean == 0);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void TheMethodChosenByBackTestIsNoWorseThanTheNaiveAndItsIntervalsHold()
    {
        var series = Read(Competition).Where((_, i) => i % 5 == 0).ToList();
        var (chosen, naive, in80, in95, steps) = (0d, 0d, 0, 0, 0);
        foreach (var s in series)
        {
            var forecast = ChosenForecast.Of(s.Train, s.Season, s.Test.Length)!.Forecast;
            chosen += ForecastError.SymmetricPercent(s.Test, [.. forecast.Points.Select(p => p.Mean)]) / series.Count;
            naive += ForecastError.SymmetricPercent(s.Test, [.. new SeasonalNaive().Of(s.Train, s.Season, s.Test.Length)!.Points.Select(p => p.Mean)]) / series.Count;
            for (var h = 0; h < s.Test.Length; h++, steps++)
            {
                in80 += s.Test[h] >= forecast.Points[h].Low80 && s.Test[h] <= forecast.Points[h].High80 ? 1 : 0;
                in95 += s.Test[h] >= forecast.Points[h].Low95 && s.Test[h] <= forecast.Points[h].High95 ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"chosen {chosen:f3}, seasonal naive {naive:f3}, inside 80: {in80 / (double)steps:f3}, inside 95: {in95 / (double)steps:f3}");
        chosen.ShouldBeLessThan(naive);
        ((double)in80 / steps).ShouldBeInRange(.68, .92);
        ((double)in95 / steps).ShouldBeInRange(.84, .995);
    }

    private static void Check(Result result, double apart)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
        result.Smape.ShouldBeLessThan(result.Reference + apart);
        result.Coverage95.ShouldBeGreaterThan(.82);
        result.Coverage80.ShouldBeInRange(.66, .92);
    }

    private static Result Run(string set, IForecaster method, string reference)
    {
        var found = new ConcurrentBag<(double Smape, double Reference, double Apart, int In80, int In95, int Steps)>();
        var references = References(set);
        Parallel.ForEach(Read(set), series =>
        {
            var points = method.Of(series.Train, series.Season, series.Test.Length)!.Points;
            var theirs = references[(series.Name, reference)].Mean;
            double[] means = [.. points.Select(p => p.Mean)];
            found.Add((
                ForecastError.SymmetricPercent(series.Test, means), ForecastError.SymmetricPercent(series.Test, theirs),
                means.Select((m, h) => Math.Abs(m - theirs[h]) / Math.Max(1e-9, Math.Abs(theirs[h]))).Average(),
                points.Where((p, h) => series.Test[h] >= p.Low80 && series.Test[h] <= p.High80).Count(),
                points.Where((p, h) => series.Test[h] >= p.Low95 && series.Test[h] <= p.High95).Count(), points.Count));
        });
        var steps = (double)found.Sum(f => f.Steps);
        return new Result(
            found.Average(f => f.Smape), found.Average(f => f.Reference), found.Select(f => f.Apart).Order().ElementAt(found.Count / 2), found.Sum(f => f.In80) / steps, found.Sum(f => f.In95) / steps);
    }

    private static List<Series> Read(string set) =>
        [.. File.ReadLines(SharedFiles.Find($"data/forecast/{set}_series.csv")).Skip(1).Select(line => line.Split(','))
            .Select(c => new Series(c[0].Trim('"'), int.Parse(c[3], CultureInfo.InvariantCulture), Numbers(c[6]), Numbers(c[7])))];

    private static Dictionary<(string, string), Reference> References(string set) =>
        File.ReadLines(SharedFiles.Find($"data/forecast/{set}_forecasts.csv")).Skip(1).Select(line => Cells(line)).ToDictionary(
            c => (c[0], c[1]),
            c => new Reference(c[2], Numbers(c[3]), Numbers(c[4]), Numbers(c[5]), c[11] == "NA" ? double.NaN : double.Parse(c[11], CultureInfo.InvariantCulture)));

    // Models have commas inside quotes.
    private static string[] Cells(string line)
    {
        var (cells, quoted, from) = (new List<string>(), false, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                cells.Add(line[from..i].Trim('"'));
                from = i + 1;
            }
        }

        return [.. cells];
    }

    private static double[] Numbers(string cell) => [.. cell.Trim('"').Split(';').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];

    private sealed record Series(string Name, int Season, double[] Train, double[] Test);

    private sealed record Reference(string Model, double[] Mean, double[] Low, double[] High, double LogLikelihood);

    private sealed record Result(double Smape, double Reference, double MedianApart, double Coverage80, double Coverage95);
}
