namespace Beleg.Ledger;

/// <summary>Where a figure that only rises or only falls crosses zero.</summary>
public static class BreakEven
{
    // Halving a range forty times leaves less than a millionth of it, whatever unit it is in.
    private const int Halvings = 40;

    /// <summary>The crossing within a range; null where the figure has one sign at both ends.</summary>
    /// <param name="figure">The figure at a place.</param>
    /// <param name="from">Where the range begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <returns>The place next to the crossing at which the figure is not negative.</returns>
    public static decimal? Find(Func<decimal, decimal> figure, decimal from, decimal to)
    {
        var (first, last) = (figure(from), figure(to));
        if (first < 0 == last < 0)
            return null;
        var (bad, good) = first < 0 ? (from, to) : (to, from);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (bad + good) / 2;
            if (figure(middle) < 0)
                bad = middle;
            else
                good = middle;
        }

        return good;
    }
}
