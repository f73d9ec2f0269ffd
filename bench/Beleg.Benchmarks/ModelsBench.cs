using System.Diagnostics;
using System.Globalization;
using Beleg.Attribution;
using Beleg.Attribution.DataDriven;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Statistics.CustomerValue;
using Beleg.Statistics.Experiments;
using NodaTime;

namespace Beleg.Benchmarks;

/// <summary>What the models of attribution and customer value cost. Medians of five runs after one that warms up.</summary>
internal static class ModelsBench
{
    private const int Runs = 5;

    /// <summary>Measures and prints a line each.</summary>
    public static void Run()
    {
        SideBySide();
        var rows = Paths(100_000);
        Print("100,000 paths of 12 channels into a table", Median(() => JourneyTable.Of(rows)));
        var journeys = JourneyTable.Of(rows);
        foreach (var order in (int[])[1, 2, 3, 4])
            Print($"Markov, order {order}", Median(() => Markov.Attribute(journeys, order)));
        Print("Shapley, conversions", Median(() => Shapley.OfConversions(journeys)));
        Print("Shapley, rates over 4,096 sets", Median(() => Shapley.OfRates(journeys)));
        var exposures = Exposures(1_000_000);
        var experiment = new Experiment("opener", "", "revenue", ["a", "b"]);
        Print("experiment read-out, 1,000,000 contacts", Median(() => Readout.Of(experiment, Observed.Of(exposures, 2))));
        foreach (var customers in (int[])[10_000, 1_000_000])
        {
            var histories = Histories(customers);
            Print($"BG/NBD, {customers:n0} customers by day", Median(() => BgNbd.Fit(histories.Select(h => h.Purchases))));
            Print($"gamma-gamma, {customers:n0} customers", Median(() => GammaGamma.Fit(histories.Select(h => (h.Purchases.Repeats, h.MeanValue)))));
            if (customers <= 10_000)
                Print($"Pareto/NBD, {customers:n0} customers by day", Median(() => ParetoNbd.Fit(histories.Select(h => h.Purchases))));
        }
    }

    /// <summary>A million orders of five touches each: all models in one pass, against one model alone.</summary>
    private static void SideBySide()
    {
        const int Orders = 1_000_000, Touches = 5;
        var random = new Random(7);
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        var touches = new Touchpoint[Touches * 1000];
        for (var i = 0; i < touches.Length; i++)
            touches[i] = new Touchpoint(new Key(i + 1), start + Duration.FromMinutes(random.Next(40_000)), i % 3 > 0, i % 7 == 0, Evidence.C);
        double Share(IEnumerable<IAttributionModel> models) => Median(() =>
        {
            var ledger = new CreditLedger(models, new LookBack(30));
            var given = 0L;
            for (var order = 0; order < Orders; order++)
            {
                var own = touches.AsSpan(order % 1000 * Touches, Touches);
                var credits = ledger.Allocate(new NetChange(new Key(order + 1), start + Duration.FromDays(29), 4_999), [], own);
                given += credits.Touches.Length == 0 ? 0 : credits.Cents(0, 0, 0);
            }

            if (given == 0)
                throw new InvalidOperationException("Nothing was shared.");
        });

        var (one, all) = (Share([AttributionModels.Default]), Share(AttributionModels.All));
        Print("1,000,000 orders, 5,000,000 touches: one model", one);
        Print("  all seven in one pass", all);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio {all / one:f2}"));
    }

    internal static List<PathRow> Paths(int count)
    {
        var random = new Random(4);
        string[] channels = [.. Enumerable.Range(0, 12).Select(i => $"channel {i:d2}")];
        return [.. Enumerable.Range(0, count).Select(_ => new PathRow(
            [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => channels[Math.Min(random.Next(12), random.Next(12))])], random.Next(5) == 0 ? 1 : 0, 0, 1))];
    }

    /// <summary>Contacts with revenue now and before.</summary>
    internal static List<(long Contact, int Arm, Outcome Outcome)> Exposures(int count)
    {
        var random = new Random(6);
        return [.. Enumerable.Range(0, count).Select(i => (random.NextInt64(), i & 1, new Outcome(random.Next(7) == 0 ? random.Next(100) : 0, 1, random.Next(50))))];
    }

    /// <summary>Customers drawn from the model itself, their purchases on whole days.</summary>
    internal static List<(Purchases Purchases, double MeanValue)> Histories(int count)
    {
        var random = new Random(5);
        double Exponential() => -Math.Log(1 - random.NextDouble());
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var age = 200 + random.Next(500);
            var (rate, leave) = (.02 * Exponential() * Exponential(), .25 * random.NextDouble());
            var (repeats, last, at) = (0, 0d, 0d);
            while (true)
            {
                at += Exponential() / rate;
                if (at > age)
                    break;
                (repeats, last) = (repeats + 1, Math.Ceiling(Math.Min(at, age)));
                if (random.NextDouble() < leave)
                    break;
            }

            var mean = 60 / (Exponential() + Exponential() + Exponential() + Exponential());
            var spent = Enumerable.Range(0, repeats).Sum(_ => mean * (Exponential() + Exponential() + Exponential()) / 3);
            return (new Purchases(repeats, last / 7, age / 7d), repeats == 0 ? 0 : spent / repeats);
        })];
    }

    internal static double Median(Action run)
    {
        var times = new List<double>();
        for (var i = 0; i <= Runs; i++)
        {
            var clock = Stopwatch.StartNew();
            run();
            times.Add(clock.Elapsed.TotalSeconds);
        }

        return times.Skip(1).Order().ElementAt(Runs / 2);
    }

    internal static void Print(string what, double seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {seconds,9:f3} s"));
}
