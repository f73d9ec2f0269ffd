namespace Beleg.Attribution.DataDriven;

/// <summary>
/// The chain behind <see cref="Markov"/> as sparse rows. Solves, for the whole chain and for each channel taken away at once, the probability
/// of reaching the conversion.
/// </summary>
internal sealed class AbsorbingChain
{
    /// <summary>Before the first channel: a state of no channel.</summary>
    public const ulong Start = 0;

    // TRICKY: a state's lowest 16 bits are a channel's number from 1 to 65,535, so no state ends in 16 zeros but the start; these two are free.
    /// <summary>The end that counts.</summary>
    public const ulong Conversion = 1UL << 16;

    /// <summary>The end that does not.</summary>
    public const ulong Nothing = 2UL << 16;

    // Gauss-Seidel gains a digit every few sweeps on journeys of a few steps; this is reached only by journeys of thousands.
    private const int MaxSweeps = 100_000;
    private const double Settled = 1e-15;

    private readonly ulong[] _states;
    private readonly int[] _rows;
    private readonly int[] _to;
    private readonly double[] _weight;
    private readonly double[] _toConversion;
    private readonly double[] _leaving;
    private readonly int _channels;

    private AbsorbingChain(ulong[] states, int[] rows, int[] to, double[] weight, double[] toConversion, double[] leaving, int channels)
    {
        _states = states;
        _rows = rows;
        _to = to;
        _weight = weight;
        _toConversion = toConversion;
        _leaving = leaving;
        _channels = channels;
    }

    /// <summary>A chain of counted moves. States are sorted, so that the order of counting leaves no trace.</summary>
    public static AbsorbingChain Of(Dictionary<(ulong From, ulong To), double> moves, int channels)
    {
        var ordered = moves.OrderBy(m => m.Key).ToList();
        ulong[] states = [.. ordered.Select(m => m.Key.From).Distinct()];
        var places = new Dictionary<ulong, int>(states.Length);
        for (var i = 0; i < states.Length; i++)
            places[states[i]] = i;

        var (rows, to, weight) = (new int[states.Length + 1], new List<int>(), new List<double>());
        var (toConversion, leaving) = (new double[states.Length], new double[states.Length]);
        var at = 0;
        for (var state = 0; state < states.Length; state++)
        {
            for (; at < ordered.Count && ordered[at].Key.From == states[state]; at++)
            {
                var (target, count) = (ordered[at].Key.To, ordered[at].Value);

                // A move to itself only delays: leaving it out of both sides solves for it exactly.
                if (target == states[state])
                    continue;
                leaving[state] += count;
                if (target == Conversion)
                {
                    toConversion[state] += count;
                }
                else if (target != Nothing)
                {
                    to.Add(places[target]);
                    weight.Add(count);
                }
            }

            rows[state + 1] = to.Count;
        }

        return new AbsorbingChain(states, rows, [.. to], [.. weight], toConversion, leaving, channels);
    }

    /// <summary>P(conversion) of the whole chain first, then of the chain without each channel.</summary>
    public double[] Solve()
    {
        var width = _channels + 1;
        var start = Array.BinarySearch(_states, Start);
        if (start < 0)
            return new double[width];
        var reach = new double[_states.Length * width];
        var row = new double[width];
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var moved = 0d;

            // Backwards: late channels have high numbers no more than early ones, but the start is state 0 and wants to be last.
            for (var state = _states.Length - 1; state >= 0; state--)
                moved = Math.Max(moved, Update(state, width, reach, row));
            if (moved < Settled)
                break;
        }

        return reach.AsSpan(start * width, width).ToArray();
    }

    private double Update(int state, int width, double[] reach, double[] row)
    {
        Array.Fill(row, _toConversion[state]);
        for (var i = _rows[state]; i < _rows[state + 1]; i++)
        {
            var weight = _weight[i];
            var target = reach.AsSpan(_to[i] * width, width);
            for (var c = 0; c < row.Length; c++)
                row[c] += weight * target[c];
        }

        var mine = reach.AsSpan(state * width, width);
        var leaving = _leaving[state];
        for (var rest = _states[state]; rest != 0; rest >>= 16)
            row[(int)(rest & 0xFFFF)] = 0;
        var moved = 0d;
        for (var c = 0; c < row.Length; c++)
        {
            var value = leaving > 0 ? row[c] / leaving : 0;
            moved = Math.Max(moved, Math.Abs(value - mine[c]));
            mine[c] = value;
        }

        return moved;
    }
}
