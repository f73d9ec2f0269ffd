namespace Beleg.Statistics.Experiments;

/// <summary>P-values of several questions asked of one experiment, raised to what they are worth together; in the order given.</summary>
public static class Multiplicity
{
    /// <summary>Holm: the chance of even one false alarm among all stays below alpha.</summary>
    /// <remarks>S. Holm, A simple sequentially rejective multiple test procedure, 1979.</remarks>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> values)
    {
        var (result, highest) = (new double[values.Count], 0d);
        var rank = 0;
        foreach (var i in Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ThenBy(i => i))
            result[i] = highest = Math.Max(highest, Math.Min(1, values[i] * (values.Count - rank++)));
        return result;
    }

    /// <summary>Benjamini and Hochberg: of what is called an effect, at most a part alpha is none.</summary>
    /// <remarks>Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, 1995.</remarks>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> values)
    {
        var (result, lowest) = (new double[values.Count], 1d);
        var rank = values.Count;
        foreach (var i in Enumerable.Range(0, values.Count).OrderByDescending(i => values[i]).ThenByDescending(i => i))
            result[i] = lowest = Math.Min(lowest, values[i] * values.Count / rank--);
        return result;
    }
}
