using Beleg.Statistics;

namespace Beleg.Ledger;

/// <summary>How far off what was measured may be.</summary>
/// <param name="Containment">The 95 % interval of the share contained, 0 to 1; null where there is none.</param>
/// <param name="RevenueError">Standard error of the revenue over the revenue; 0 where there is none.</param>
public sealed record RoiUncertainty(ConfidenceInterval? Containment, decimal RevenueError)
{
    /// <summary>Standard errors in half the width of a 95 % interval.</summary>
    internal const decimal Width = 1.959963984540054m;

    /// <summary>Revenue cannot be taken for sure to be lost altogether.</summary>
    internal decimal RevenueLow => Math.Max(0, 1 - Width * RevenueError);

    internal decimal RevenueHigh => 1 + Width * RevenueError;

    /// <summary>
    /// Standard error of a sum over contacts, over that sum: who buys is chance as well as for how much, so that of a handful of buyers nothing
    /// is sure. For a number of buyers by Poisson's law the variance of the sum is the sum of the squares.
    /// </summary>
    /// <param name="sum">The sum.</param>
    /// <param name="sumOfSquares">Each contact's amount, squared.</param>
    public static decimal ErrorOf(double sum, double sumOfSquares) => sum == 0 ? 0 : (decimal)(Math.Sqrt(sumOfSquares) / Math.Abs(sum));
}
