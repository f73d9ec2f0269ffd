using System.Globalization;

namespace Beleg.Statistics.Experiments;

/// <summary>
/// Which arm of an experiment a contact is in: found from its name alone, so that it stays there, on every machine and without any memory.
/// </summary>
/// <remarks>
/// The hash and its ranges are those that GrowthBook documents for its clients (FNV-1a of 32 bits, version 2: hashed twice, ten thousand
/// buckets), so that an assignment made there and one made here agree.
/// </remarks>
public static class Bucketing
{
    /// <summary>The version of the hash that new experiments use.</summary>
    public const int CurrentVersion = 2;

    private const double NearlyOne = .01;

    /// <summary>A contact's place from 0 to below 1; null for a version that does not exist.</summary>
    /// <param name="seed">The experiment's own word, so that experiments do not share their arms.</param>
    /// <param name="value">The contact.</param>
    /// <param name="version">1: thousandths, biased where experiments run side by side; 2: ten-thousandths.</param>
    public static double? Place(string seed, string value, int version = CurrentVersion) => version switch
    {
        1 => Fnv1A(value + seed) % 1000 / 1000d,
        2 => Fnv1A(Fnv1A(seed + value).ToString(CultureInfo.InvariantCulture)) % 10_000 / 10_000d,
        _ => null,
    };

    /// <summary>Equal weights of so many arms; none below one.</summary>
    public static IReadOnlyList<double> EqualWeights(int arms) => arms < 1 ? [] : [.. Enumerable.Repeat(1d / arms, arms)];

    /// <summary>The range of places of each arm: from its start, as much of it as is covered.</summary>
    /// <param name="arms">How many.</param>
    /// <param name="coverage">The part of all contacts that takes part, kept inside 0 to 1.</param>
    /// <param name="weights">Each arm's part; equal ones where none are given, their number is wrong or they do not add up to 1 within a hundredth.</param>
    public static IReadOnlyList<(double From, double To)> Ranges(int arms, double coverage = 1, IReadOnlyList<double>? weights = null)
    {
        coverage = Math.Clamp(coverage, 0, 1);
        if (weights is null || weights.Count != arms || Math.Abs(weights.Sum() - 1) > NearlyOne)
            weights = EqualWeights(arms);
        var start = 0d;
        var ranges = new List<(double, double)>(arms);
        foreach (var weight in weights)
        {
            ranges.Add((start, start + coverage * weight));
            start += weight;
        }

        return ranges;
    }

    /// <summary>The arm in whose range a place lies, its lower end in and its upper end out; null where in none.</summary>
    public static int? Arm(double place, IReadOnlyList<(double From, double To)> ranges)
    {
        for (var arm = 0; arm < ranges.Count; arm++)
        {
            if (place >= ranges[arm].From && place < ranges[arm].To)
                return arm;
        }

        return null;
    }

    /// <summary>Whether a contact is in a part of a namespace; experiments in parts that do not meet never share a contact.</summary>
    public static bool InNamespace(string name, double from, double to, string value)
    {
        var place = Place("__" + name, value, 1);
        return place >= from && place < to;
    }

    // Over UTF-16 units, as the published clients do; for names of ASCII the same as over bytes.
    private static uint Fnv1A(string text)
    {
        var hash = 0x811C9DC5;
        foreach (var unit in text)
            hash = unchecked((hash ^ unit) * 0x01000193);
        return hash;
    }
}
