using System.Diagnostics;
using Beleg.Attribution.DataDriven;
using Beleg.Benchmarks.Support;
using Beleg.Statistics.CustomerValue;
using Beleg.Statistics.Experiments;
using Beleg.Statistics.Forecasts;

namespace Beleg.Benchmarks;

/// <summary>What the statistics cost at the sizes they must bear.</summary>
internal static class StatisticsBench
{
    /// <summary>Measures each so many times, after once that warms up.</summary>
    public static IReadOnlyList<Figure> Run(int rounds)
    {
        var figures = new List<Figure>();
        void Measure(string name, string must, Action run, string note = "")
        {
            run();
            figures.Add(new Figure(name, [.. Enumerable.Range(0, rounds).Select(_ =>
            {
                var clock = Stopwatch.StartNew();
                run();
                return clock.Elapsed.TotalSeconds;
            })], [], must, note));
        }

        var rows = ModelsBench.Paths(100_000);
        var journeys = JourneyTable.Of(rows);
        Measure("Markov, order 1, 100,000 paths (s)", "≤ 2 s", () => Markov.Attribute(JourneyTable.Of(rows)), "12 channels, counting included");
        Measure("Markov, order 4, 100,000 paths (s)", "≤ 2 s", () => Markov.Attribute(journeys, 4));
        Measure("Shapley, rates, 100,000 paths (s)", "≤ 2 s", () => Shapley.OfRates(journeys), "exact over 4,096 sets");
        var exposures = ModelsBench.Exposures(1_000_000);
        var experiment = new Experiment("opener", "", "revenue", ["a", "b"]);
        Measure("experiment read-out, 1,000,000 contacts (s)", "≤ 1 s", () => Readout.Of(experiment, Observed.Of(exposures, 2)));
        foreach (var (customers, must) in new[] { (10_000, "< 1 s"), (1_000_000, "< 10 s") })
        {
            var histories = ModelsBench.Histories(customers);
            Measure($"customer value, BG/NBD × gamma-gamma, {customers:n0} customers (s)", must, () =>
            {
                BgNbd.Fit(histories.Select(h => h.Purchases));
                GammaGamma.Fit(histories.Select(h => (h.Purchases.Repeats, h.MeanValue)));
            }, "both fits");
            Measure($"Pareto/NBD, {customers:n0} customers (s)", must, () => ParetoNbd.Fit(histories.Select(h => h.Purchases)));
        }

        double[] months = [.. Enumerable.Range(0, 36).Select(i => 1_000 + 20 * i + 150 * Math.Sin(i * Math.PI / 6) + i * 37 % 41)];
        Measure("forecast of 12 months from 36, chosen by back-test (s)", "–", () => ChosenForecast.Of(months, 12, 12), "three methods, four origins each");
        return figures;
    }
}
