namespace Beleg.Statistics;

/// <summary>A confidence interval of a figure, in the figure's own unit.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Confidence">How often such intervals hold the truth: .95 everywhere unless asked otherwise.</param>
/// <param name="Method">How it was found.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence, IntervalMethod Method)
{
    /// <summary>The confidence of every interval unless another is asked for.</summary>
    public const double DefaultConfidence = .95;

    /// <summary>An interval of a value and its standard error, by the normal distribution.</summary>
    public static ConfidenceInterval Normal(double value, double standardError, double confidence = DefaultConfidence)
    {
        var half = Distributions.NormalQuantile((1 + confidence) / 2) * standardError;
        return new ConfidenceInterval(value - half, value + half, confidence, IntervalMethod.Normal);
    }

    /// <summary>Wilson's score interval of a share.</summary>
    /// <param name="numerator">How many did, 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">Of how many.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <returns>Null where there is no share: the denominator is 0, or the numerator not inside it.</returns>
    /// <remarks>E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.</remarks>
    public static ConfidenceInterval? Wilson(long numerator, long denominator, double confidence = DefaultConfidence)
    {
        if (denominator <= 0 || numerator < 0 || numerator > denominator)
            return null;
        double n = denominator;
        var share = numerator / n;
        var z = Distributions.NormalQuantile((1 + confidence) / 2);
        var middle = share + z * z / (2 * n);
        var half = z * Math.Sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        var scale = 1 + z * z / n;

        // At the ends the formula gives 0 and 1 but for the last bit of a double.
        var low = numerator == 0 ? 0 : (middle - half) / scale;
        var high = numerator == denominator ? 1 : (middle + half) / scale;
        return new ConfidenceInterval(low, high, confidence, IntervalMethod.Wilson);
    }

    /// <summary>Student's interval of the mean of independent values.</summary>
    /// <param name="n">How many values.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="sumOfSquares">The sum of their squares.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <returns>Null below two values: one value says nothing about spread.</returns>
    public static ConfidenceInterval? OfMean(long n, double sum, double sumOfSquares, double confidence = DefaultConfidence)
    {
        if (n < 2)
            return null;
        var mean = sum / n;
        var variance = Math.Max(0, (sumOfSquares - sum * mean) / (n - 1));
        var half = Distributions.StudentQuantile((1 + confidence) / 2, n - 1) * Math.Sqrt(variance / n);
        return new ConfidenceInterval(mean - half, mean + half, confidence, IntervalMethod.Student);
    }
}
