using System.Diagnostics;
using System.Globalization;
using Beleg.Attribution.DataDriven;
using Beleg.Statistics.CustomerValue;
using Beleg.Statistics.Forecasts;

namespace Beleg.Benchmarks.References;

/// <summary>
/// The same data through Beleg and through the tools a statistician would take, one after the other in one session: what each makes of it and
/// how long it takes, without anybody's start. A tool that is not installed is named and left out.
/// </summary>
internal static class ReferencesBench
{
    private const int Customers = 10_000;
    private const int Paths = 100_000;

    /// <param name="scripts">The folder with forecast.R and fits.py.</param>
    /// <param name="directory">The folder that holds data/; where null, the folder shared beside the repository.</param>
    public static async Task<int> RunAsync(string scripts, string? directory)
    {
        directory ??= Verification.VerifyRun.Beside();
        var folder = Directory.CreateTempSubdirectory("beleg-references-");
        try
        {
            var ours = Prepare(directory, folder.FullName);
            var theirs = new List<ReferenceLine>();
            var (r, python) = (Path.Combine(folder.FullName, "r.tsv"), Path.Combine(folder.FullName, "python.tsv"));
            if (File.Exists(Path.Combine(folder.FullName, "series.csv")))
                theirs.AddRange(await AskAsync("Rscript", [Path.Combine(scripts, "forecast.R"), Path.Combine(folder.FullName, "series.csv"), r], r));
            // The system's own Python: packages of the distribution are its, whatever else is called python3.
            var interpreter = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
            theirs.AddRange(await AskAsync(interpreter, [Path.Combine(scripts, "fits.py"), folder.FullName, python], python));
            Print(ours, theirs);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Writes what the others read, and measures ourselves on it.
    private static List<ReferenceLine> Prepare(string directory, string folder)
    {
        var lines = new List<ReferenceLine>();
        var series = Path.Combine(directory, "data", "forecast", "m3_A_series.csv");
        if (File.Exists(series))
        {
            File.Copy(series, Path.Combine(folder, "series.csv"));
            var read = ForecastSeries.Read(series);
            foreach (var (figure, method) in new (string, IForecaster)[] { ("forecast_ets", new ExponentialSmoothing()), ("forecast_theta", new Theta()) })
                lines.Add(Measure(figure, () => read.Average(s => s.SymmetricError(method)).ToString("f4", CultureInfo.InvariantCulture), runs: 1));
        }
        else
        {
            Console.Error.WriteLine($"Without {series} there are no forecasts to compare.");
        }

        var summary = Path.Combine(directory, "data", "clv", "cdnow_customers_summary.csv");
        if (File.Exists(summary))
        {
            lines.AddRange(Fits("cdnow", folder, [.. File.ReadLines(summary).Skip(1).Select(line => line.Split(','))
                .Select(c => new Purchases((int)Number(c[1]), Number(c[2]), Number(c[3])))]));
        }

        lines.AddRange(Fits("generated", folder, [.. ModelsBench.Histories(Customers).Select(h => h.Purchases)]));
        var paths = ModelsBench.Paths(Paths);
        File.WriteAllLines(Path.Combine(folder, "paths.csv"), paths.Select(p => $"{string.Join(" > ", p.Channels)},{p.Conversions.ToString(CultureInfo.InvariantCulture)}").Prepend("path,conversions"));
        var journeys = JourneyTable.Of(paths.Select(p => p with { Nulls = 1 - (long)p.Conversions }));
        lines.Add(Measure("markov", () => string.Join(' ', Markov.Attribute(JourneyTable.Of(paths.Select(p => p with { Nulls = 1 - (long)p.Conversions }))).Select(e => e.Effect.ToString("f12", CultureInfo.InvariantCulture)))));
        lines.Add(Measure("shapley", () => Shapley.OfRates(journeys).Count.ToString(CultureInfo.InvariantCulture)));
        return lines;
    }

    private static IEnumerable<ReferenceLine> Fits(string data, string folder, List<Purchases> histories)
    {
        string Text(double number) => number.ToString("r", CultureInfo.InvariantCulture);
        File.WriteAllLines(Path.Combine(folder, $"{data}.csv"), histories.Select(h => $"{h.Repeats},{Text(h.Last)},{Text(h.Age)}").Prepend("x,last,age"));
        yield return Measure($"bg_nbd_{data}", () => BgNbd.Fit(histories)!.LogLikelihood(histories).ToString("f4", CultureInfo.InvariantCulture));
        yield return Measure($"pareto_nbd_{data}", () => ParetoNbd.Fit(histories)!.LogLikelihood(histories).ToString("f4", CultureInfo.InvariantCulture));
    }

    private static ReferenceLine Measure(string figure, Func<string> run, int runs = 5)
    {
        var value = "";
        var times = new List<double>();
        for (var i = runs == 1 ? 1 : 0; i <= runs; i++)
        {
            var clock = Stopwatch.StartNew();
            value = run();
            times.Add(clock.Elapsed.TotalSeconds);
        }

        return new ReferenceLine(figure, "Beleg", value, times.Skip(runs == 1 ? 0 : 1).Order().ElementAt(runs / 2));
    }

    private static async Task<IReadOnlyList<ReferenceLine>> AskAsync(string program, string[] arguments, string answer)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
                return [.. File.ReadLines(answer).Select(l => l.TrimEnd('\t').Split('\t')).Where(l => l.Length == 4).Select(l => new ReferenceLine(l[0], l[1], l[2], Number(l[3])))];
            await Console.Error.WriteLineAsync($"{program} ended with {process.ExitCode}: is what {Path.GetFileName(arguments[0])} needs installed?");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            await Console.Error.WriteLineAsync($"{program} is not installed; {Path.GetFileName(arguments[0])} is left out.");
        }

        return [];
    }

    private static void Print(List<ReferenceLine> ours, List<ReferenceLine> theirs)
    {
        Console.WriteLine("| figure | Beleg | s | reference | says | s | apart | time, ours ÷ theirs |\n|---|---|---|---|---|---|---|---|");
        foreach (var mine in ours)
        {
            foreach (var other in theirs.Where(t => t.Figure == mine.Figure).DefaultIfEmpty(new ReferenceLine(mine.Figure, "–", "", 0)))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {mine.Figure} | {mine.Shown} | {mine.Seconds:f3} | {other.Tool} | {other.Shown} | {(other.Seconds > 0 ? other.Seconds.ToString("f3", CultureInfo.InvariantCulture) : "")} | {mine.Apart(other)} | {(other.Seconds > 0 ? (mine.Seconds / other.Seconds).ToString("f3", CultureInfo.InvariantCulture) : "")} |"));
            }
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
