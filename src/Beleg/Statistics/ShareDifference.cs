namespace Beleg.Statistics;

/// <summary>The difference of two independent shares.</summary>
public static class ShareDifference
{
    /// <summary>Newcombe's hybrid score interval of first share minus second share: Wilson's ends put together, so that it stays within −1 to 1.</summary>
    /// <returns>Null where either share has no denominator.</returns>
    /// <remarks>R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 1998, method 10.</remarks>
    public static ConfidenceInterval? Newcombe(
        long firstNumerator, long firstDenominator, long secondNumerator, long secondDenominator, double confidence = ConfidenceInterval.DefaultConfidence)
    {
        if (ConfidenceInterval.Wilson(firstNumerator, firstDenominator, confidence) is not { } first
            || ConfidenceInterval.Wilson(secondNumerator, secondDenominator, confidence) is not { } second)
            return null;
        var (p, q) = ((double)firstNumerator / firstDenominator, (double)secondNumerator / secondDenominator);
        static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
        return new ConfidenceInterval(p - q - Length(p - first.Low, second.High - q), p - q + Length(first.High - p, q - second.Low), confidence, IntervalMethod.Wilson);
    }
}
