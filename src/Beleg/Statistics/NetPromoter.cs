namespace Beleg.Statistics;

/// <summary>Net promoter score from the three counts of its answers on 0 to 10.</summary>
/// <param name="Promoters">Answers 9 and 10.</param>
/// <param name="Passives">Answers 7 and 8.</param>
/// <param name="Detractors">Answers 0 to 6.</param>
public readonly record struct NetPromoter(long Promoters, long Passives, long Detractors)
{
    /// <summary>All answers.</summary>
    public long Answers => Promoters + Passives + Detractors;

    /// <summary>% promoters minus % detractors, -100 to 100; null without answers.</summary>
    public double? Value => Answers == 0 ? null : 100d * (Promoters - Detractors) / Answers;

    /// <summary>Its standard error in the same points: each answer is a 1, 0 or -1, whose variance is p + d - (p - d)²; null without answers.</summary>
    public double? StandardError
    {
        get
        {
            if (Answers == 0)
                return null;
            double n = Answers;
            var difference = (Promoters - Detractors) / n;
            return 100 * Math.Sqrt(((Promoters + Detractors) / n - difference * difference) / n);
        }
    }

    /// <summary>Counts answers; those outside 0 to 10 count nowhere.</summary>
    public static NetPromoter Of(IEnumerable<int> scores)
    {
        var (promoters, passives, detractors) = (0L, 0L, 0L);
        foreach (var score in scores)
        {
            if (score is 9 or 10)
                promoters++;
            else if (score is 7 or 8)
                passives++;
            else if (score is >= 0 and <= 6)
                detractors++;
        }

        return new NetPromoter(promoters, passives, detractors);
    }

    /// <summary>The interval by the normal distribution, kept inside -100 to 100; null without answers.</summary>
    public ConfidenceInterval? Interval(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        if (Value is not { } value)
            return null;
        var interval = ConfidenceInterval.Normal(value, StandardError!.Value, confidence);
        return interval with { Low = Math.Max(-100, interval.Low), High = Math.Min(100, interval.High) };
    }
}
