namespace Beleg.Attribution.DataDriven;

/// <summary>
/// Counted journeys with their channels numbered: what the data-driven models learn from. The same journeys in any order give the same
/// table up to the order of its rows, and every model built on it the same figures.
/// </summary>
public sealed class JourneyTable
{
    /// <summary>How many channels a table may have: a state of four of them must fit into 64 bits.</summary>
    public const int MaxChannels = ushort.MaxValue;

    private readonly ushort[] _steps;
    private readonly int[] _starts;
    private readonly double[] _conversions;
    private readonly double[] _nulls;

    private JourneyTable(string[] channels, ushort[] steps, int[] starts, double[] conversions, double[] nulls, decimal value)
    {
        Channels = channels;
        _steps = steps;
        _starts = starts;
        _conversions = conversions;
        _nulls = nulls;
        Value = value;
        TotalConversions = conversions.Sum();
        TotalNulls = nulls.Sum();
    }

    /// <summary>The channels' names in ordinal order; a channel's number is its place here.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>How many rows.</summary>
    public int Count => _conversions.Length;

    /// <summary>Journeys that ended in a conversion.</summary>
    public double TotalConversions { get; }

    /// <summary>Journeys that ended in nothing.</summary>
    public double TotalNulls { get; }

    /// <summary>What the conversions were worth together, in the unit of the rows.</summary>
    public decimal Value { get; }

    /// <summary>Numbers the channels of counted journeys. Rows without any channel are left out: nothing can be learned from them.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxChannels"/> channels, or a count is below 0.</exception>
    public static JourneyTable Of(IEnumerable<PathRow> rows)
    {
        var kept = rows.Where(r => r.Channels.Count > 0).ToList();
        if (kept.Any(r => r.Conversions < 0 || r.Nulls < 0))
            throw new ArgumentException("A count of journeys is not below 0.", nameof(rows));
        string[] channels = [.. kept.SelectMany(r => r.Channels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (channels.Length > MaxChannels)
            throw new ArgumentException($"At most {MaxChannels} channels.", nameof(rows));
        var numbers = new Dictionary<string, ushort>(channels.Length, StringComparer.Ordinal);
        for (var i = 0; i < channels.Length; i++)
            numbers[channels[i]] = (ushort)i;

        var steps = new ushort[kept.Sum(r => r.Channels.Count)];
        var starts = new int[kept.Count + 1];
        for (var row = 0; row < kept.Count; row++)
        {
            var place = starts[row];
            foreach (var channel in kept[row].Channels)
                steps[place++] = numbers[channel];
            starts[row + 1] = place;
        }

        return new JourneyTable(channels, steps, starts, [.. kept.Select(r => (double)r.Conversions)], [.. kept.Select(r => (double)r.Nulls)], kept.Sum(r => r.Value));
    }

    /// <summary>Takes journeys one by one, their channels numbered already.</summary>
    /// <param name="names">What the channels are called, by number; those that no journey touches are left out.</param>
    /// <param name="steps">The channels of all journeys, one after the other.</param>
    /// <param name="starts">Where each journey begins, and where the last one ends.</param>
    /// <param name="converted">How many of them, from the first, ended in a conversion; the others ended in nothing.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxChannels"/> channels.</exception>
    public static JourneyTable Of(IReadOnlyList<string> names, ReadOnlySpan<int> steps, ReadOnlySpan<int> starts, int converted)
    {
        if (names.Count > MaxChannels)
            throw new ArgumentException($"At most {MaxChannels} channels.", nameof(names));
        var touched = new bool[names.Count];
        foreach (var step in steps)
            touched[step] = true;
        int[] sorted = [.. Enumerable.Range(0, touched.Length).Where(i => touched[i]).OrderBy(i => names[i], StringComparer.Ordinal)];
        var numbers = new ushort[names.Count];
        for (var i = 0; i < sorted.Length; i++)
            numbers[sorted[i]] = (ushort)i;
        var numbered = new ushort[steps.Length];
        for (var i = 0; i < numbered.Length; i++)
            numbered[i] = numbers[steps[i]];
        var (conversions, nulls) = (new double[starts.Length - 1], new double[starts.Length - 1]);
        conversions.AsSpan(0, converted).Fill(1);
        nulls.AsSpan(converted).Fill(1);
        return new JourneyTable([.. sorted.Select(i => names[i])], numbered, starts.ToArray(), conversions, nulls, 0);
    }

    /// <summary>The channels of a row, in order of time.</summary>
    public ReadOnlySpan<ushort> Steps(int row) => _steps.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>How many of a row's journeys converted.</summary>
    public double Conversions(int row) => _conversions[row];

    /// <summary>How many of a row's journeys ended in nothing.</summary>
    public double Nulls(int row) => _nulls[row];
}
