using System.Globalization;

namespace Beleg.Benchmarks.Support;

/// <summary>Prints figures as a Markdown table: medians, with the spread from the lowest to the highest run.</summary>
internal static class Table
{
    public static string Render(IEnumerable<Figure> figures)
    {
        var lines = new List<string> { "| figure | ours | bare engine | ratio | must | note |", "|---|---|---|---|---|---|" };
        foreach (var figure in figures)
            lines.Add($"| {figure.Name} | {(figure.Ours.Count == 0 ? "not measured" : Spread(figure.Ours))} | {Spread(figure.Bare)} | {Spread(figure.Ratios)} | {figure.Must} | {figure.Note} |");
        return string.Join('\n', lines);
    }

    public static double Median(IReadOnlyList<double> runs)
    {
        var sorted = runs.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Spread(IReadOnlyList<double> runs) => runs.Count switch
    {
        0 => "–",
        1 => Number(runs[0]),
        _ => $"{Number(Median(runs))} ({Number(runs.Min())}–{Number(runs.Max())})",
    };

    private static string Number(double value) => value switch
    {
        >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
