using MathNet.Numerics;

namespace Beleg.Statistics.Experiments;

/// <summary>What is believed of a share after counting, from a flat prior: exact where the normal approximation is rough, with few contacts.</summary>
/// <param name="Alpha">Those who did, plus 1.</param>
/// <param name="Beta">Those who did not, plus 1.</param>
public readonly record struct BetaPosterior(long Alpha, long Beta)
{
    /// <summary>The share to expect.</summary>
    public double Mean => Alpha / (double)(Alpha + Beta);

    /// <summary>After counting.</summary>
    public static BetaPosterior Of(long count, long contacts) => new(count + 1, contacts - count + 1);

    /// <summary>The probability that the second share is above the first: a sum of as many terms as the second has successes.</summary>
    public static double ChanceToWin(BetaPosterior a, BetaPosterior b)
    {
        var (sum, whole) = (0d, SpecialFunctions.BetaLn(a.Alpha, a.Beta));

        // The logarithm of each term follows from the one before it: no gamma function inside the loop.
        var term = SpecialFunctions.BetaLn(a.Alpha, a.Beta + b.Beta) - Math.Log(b.Beta) - SpecialFunctions.BetaLn(1, b.Beta) - whole;
        for (var i = 0L; i < b.Alpha; i++)
        {
            sum += Math.Exp(term);

            // B(α+i+1, s) ÷ B(α+i, s) = (α+i) ÷ (α+i+s), and the same for 1 ÷ ((β+i) B(1+i, β)).
            term += Math.Log((a.Alpha + i) / (double)(a.Alpha + i + a.Beta + b.Beta)) + Math.Log((b.Beta + i) / (double)(i + 1));
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>What is lost on average by choosing the second: the mean of first minus second where that is above 0.</summary>
    public static double LossOfChanging(BetaPosterior a, BetaPosterior b) =>
        a.Mean * ChanceToWin(b, a with { Alpha = a.Alpha + 1 }) - b.Mean * ChanceToWin(b with { Alpha = b.Alpha + 1 }, a);
}
