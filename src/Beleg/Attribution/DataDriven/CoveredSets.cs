using System.Runtime.InteropServices;

namespace Beleg.Attribution.DataDriven;

/// <summary>Journeys counted by the set of channels they touched, whatever the order: a bit a channel.</summary>
internal sealed class CoveredSets
{
    private readonly (ulong Set, double Conversions, double Journeys)[] _rows;

    private CoveredSets((ulong Set, double Conversions, double Journeys)[] rows) => _rows = rows;

    /// <summary>Counts the journeys of a table of at most 64 channels.</summary>
    public static CoveredSets Of(JourneyTable journeys)
    {
        var counts = new Dictionary<ulong, (double Conversions, double Journeys)>();
        for (var row = 0; row < journeys.Count; row++)
        {
            var set = 0UL;
            foreach (var channel in journeys.Steps(row))
                set |= 1UL << channel;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, set, out _);
            count = (count.Conversions + journeys.Conversions(row), count.Journeys + journeys.Conversions(row) + journeys.Nulls(row));
        }

        return new CoveredSets([.. counts.OrderBy(c => c.Key).Select(c => (c.Key, c.Value.Conversions, c.Value.Journeys))]);
    }

    /// <summary>The rate at which journeys inside a set convert; 0 where there is none.</summary>
    public double Rate(ulong set)
    {
        var (conversions, journeys) = (0d, 0d);
        foreach (var row in _rows)
        {
            if ((row.Set & ~set) == 0)
            {
                conversions += row.Conversions;
                journeys += row.Journeys;
            }
        }

        return journeys > 0 ? conversions / journeys : 0;
    }

    /// <summary>The rates of all sets of so many channels, by set; sums over subsets in one pass a channel.</summary>
    public double[] Rates(int channels)
    {
        var conversions = Totals(channels, r => r.Conversions);
        var journeys = Totals(channels, r => r.Journeys);
        for (var set = 0; set < conversions.Length; set++)
            conversions[set] = journeys[set] > 0 ? conversions[set] / journeys[set] : 0;
        return conversions;
    }

    /// <summary>The conversions of all sets of so many channels, by set.</summary>
    public double[] Conversions(int channels) => Totals(channels, r => r.Conversions);

    private double[] Totals(int channels, Func<(ulong Set, double Conversions, double Journeys), double> count)
    {
        var totals = new double[1 << channels];
        foreach (var row in _rows)
            totals[row.Set] += count(row);
        for (var channel = 0; channel < channels; channel++)
        {
            for (var set = 0; set < totals.Length; set++)
            {
                if ((set & (1 << channel)) != 0)
                    totals[set] += totals[set ^ (1 << channel)];
            }
        }

        return totals;
    }
}
