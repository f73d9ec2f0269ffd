using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Ledger;

/// <summary>Ways things could be, drawn from a seed: each assumption from the triangle over its low, base and high, what was measured from its error.</summary>
public static class RoiDraws
{
    /// <summary>Draws points. The same model, errors and seed give the same points on every machine.</summary>
    /// <param name="model">What the return rests on.</param>
    /// <param name="measured">How far off what was measured may be.</param>
    /// <param name="draws">How many.</param>
    /// <param name="seed">Where to begin.</param>
    public static IEnumerable<RoiPoint> Of(RoiModel model, RoiUncertainty measured, int draws, ulong seed)
    {
        var random = new SplitMix(seed);
        string[] open = [.. model.Assumptions.Where(a => a.Low != a.High).Select(a => a.Id).Distinct().Order(StringComparer.Ordinal)];
        var share = model.Automated > 0 ? (decimal)model.Contained / model.Automated : 0;
        for (var i = 0; i < draws; i++)
        {
            var places = new Dictionary<string, double>(open.Length, StringComparer.Ordinal);
            foreach (var id in open)
                places[id] = Uniform(ref random);
            var (first, second) = Normals(ref random);
            yield return new RoiPoint
            {
                Value = a => places.TryGetValue(a.Id, out var place) ? Triangle.At(a.Low, a.Value, a.High, place) : a.Value,
                Containment = Containment(measured.Containment, share, first),
                Revenue = Math.Max(0, 1 + measured.RevenueError * second),
            };
        }
    }

    /// <summary>The value below which a share of sorted values lies.</summary>
    public static decimal At(IReadOnlyList<decimal> sorted, double share) => sorted[(int)Math.Round(share * (sorted.Count - 1))];

    // Wilson's interval is a normal one about a middle of its own; a draw is of that.
    private static decimal Containment(ConfidenceInterval? interval, decimal share, decimal normal)
    {
        if (interval is not { } wilson || share == 0)
            return 1;
        var (middle, half) = ((decimal)(wilson.Low + wilson.High) / 2, (decimal)(wilson.High - wilson.Low) / 2);
        return Math.Clamp(middle + half / RoiUncertainty.Width * normal, 0, 1) / share;
    }

    private static double Uniform(ref SplitMix random) => (random.Next() >> 11) * (1.0 / (1UL << 53));

    // Box and Muller, 1958: two uniform numbers make two normal ones.
    private static (decimal First, decimal Second) Normals(ref SplitMix random)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(ref random)));
        var (sin, cos) = Math.SinCos(2 * Math.PI * Uniform(ref random));
        return ((decimal)(radius * cos), (decimal)(radius * sin));
    }
}
