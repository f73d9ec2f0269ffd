namespace Beleg.Statistics.CustomerValue;

/// <summary>The share of customers still there after a time, where many are still there and their end is not known.</summary>
/// <param name="Time">After this time.</param>
/// <param name="AtRisk">Customers who were watched at least so long and had not left before.</param>
/// <param name="Left">Those who left at this time.</param>
/// <param name="Share">The share still there after it, 0 to 1.</param>
/// <param name="StandardError">Of the share, by Greenwood's formula.</param>
public sealed record Survival(double Time, int AtRisk, int Left, double Share, double StandardError)
{
    /// <summary>The estimate of Kaplan and Meier at every time at which somebody left.</summary>
    /// <remarks>E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, 1958.</remarks>
    /// <param name="customers">How long each was watched, and whether it left then (else it was still there).</param>
    public static IReadOnlyList<Survival> Of(IEnumerable<(double Time, bool Left)> customers)
    {
        var sorted = customers.OrderBy(c => c.Time).ToList();
        var result = new List<Survival>();
        var (share, hazard, at) = (1d, 0d, 0);
        foreach (var time in sorted.GroupBy(c => c.Time))
        {
            var (risk, left) = (sorted.Count - at, time.Count(c => c.Left));
            at += time.Count();
            if (left == 0)
                continue;
            share *= 1 - (double)left / risk;
            hazard += left == risk ? 0 : (double)left / ((double)risk * (risk - left));
            result.Add(new Survival(time.Key, risk, left, share, share * Math.Sqrt(hazard)));
        }

        return result;
    }

    /// <summary>The share at a time: that of the last step not after it, 1 before the first.</summary>
    public static double At(IReadOnlyList<Survival> steps, double time) => steps.LastOrDefault(s => s.Time <= time)?.Share ?? 1;

    /// <summary>Its interval on the logarithm of the share, as most packages print it; never above 1.</summary>
    public ConfidenceInterval Interval(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        if (Share <= 0)
            return new ConfidenceInterval(0, 0, confidence, IntervalMethod.Normal);
        var half = Distributions.NormalQuantile((1 + confidence) / 2) * StandardError / Share;
        return new ConfidenceInterval(Share * Math.Exp(-half), Math.Min(1, Share * Math.Exp(half)), confidence, IntervalMethod.Normal);
    }
}
