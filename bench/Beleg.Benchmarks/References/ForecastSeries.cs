using System.Globalization;
using Beleg.Statistics.Forecasts;

namespace Beleg.Benchmarks.References;

/// <summary>One published series: what is learned from, and what came after.</summary>
/// <param name="Train">What is learned from.</param>
/// <param name="Test">What came.</param>
/// <param name="Season">Values in a season.</param>
internal sealed record ForecastSeries(double[] Train, double[] Test, int Season)
{
    /// <summary>Reads series of the columns m, train and test, the latter two with semicolons between numbers.</summary>
    public static IReadOnlyList<ForecastSeries> Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray()).ToList();
        int At(string name) => Array.IndexOf(lines[0], name);
        var (season, train, test) = (At("m"), At("train"), At("test"));
        return [.. lines.Skip(1).Select(l => new ForecastSeries(Numbers(l[train]), Numbers(l[test]), int.Parse(l[season], CultureInfo.InvariantCulture)))];
    }

    /// <summary>How far a method is off, in per cent, 0 to 200.</summary>
    public double SymmetricError(IForecaster method) =>
        ForecastError.SymmetricPercent(Test, [.. (method.Of(Train, Season, Test.Length)?.Points ?? throw new InvalidOperationException("A published series is long enough.")).Select(p => p.Mean)]);

    private static double[] Numbers(string cell) => [.. cell.Split(';').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
