using System.Globalization;

namespace Beleg.EndToEnd.Support;

/// <summary>What a browser measured, as rows of the table of speed: written where bench/run asks for them (BELEG_BENCH_ROWS names the file).</summary>
internal static class BenchRows
{
    private static readonly string? file = Environment.GetEnvironmentVariable("BELEG_BENCH_ROWS");

    /// <summary>Whether they are asked for; then a figure is measured as often as it may be, and judged by whoever reads the table.</summary>
    public static bool AreWanted => file is not null;

    /// <summary>Adds one row: the median, with the lowest and the highest.</summary>
    /// <param name="figure">What was measured, with its unit.</param>
    /// <param name="runs">At least one.</param>
    /// <param name="format">How a number is written.</param>
    /// <param name="must">What must hold.</param>
    /// <param name="note">What a reader must know.</param>
    public static void Add(string figure, IEnumerable<double> runs, string format, string must, string note)
    {
        if (file is null)
            return;
        double[] sorted = [.. runs.Order()];
        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        File.AppendAllLines(file, [$"| {figure} | {Number(sorted[sorted.Length / 2])} ({Number(sorted[0])}–{Number(sorted[^1])}) | – | – | {must} | {note} |"]);
    }
}
