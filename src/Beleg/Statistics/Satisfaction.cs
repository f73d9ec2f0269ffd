namespace Beleg.Statistics;

/// <summary>Customer satisfaction: the share of answers in the two best of a scale, and their mean.</summary>
/// <param name="TopTwo">Answers in the two best: 4 and 5 of 5.</param>
/// <param name="Answers">All answers.</param>
/// <param name="Sum">The sum of all scores.</param>
public readonly record struct Satisfaction(long TopTwo, long Answers, long Sum)
{
    /// <summary>The share of the two best, 0 to 1; null without answers.</summary>
    public double? Share => Answers == 0 ? null : (double)TopTwo / Answers;

    /// <summary>The mean score; null without answers.</summary>
    public double? Mean => Answers == 0 ? null : (double)Sum / Answers;

    /// <summary>Wilson's interval of the share; null without answers.</summary>
    public ConfidenceInterval? Interval => ConfidenceInterval.Wilson(TopTwo, Answers);

    /// <summary>Counts answers on a scale; those outside it count nowhere.</summary>
    public static Satisfaction Of(IEnumerable<int> scores, int scaleMin = 1, int scaleMax = 5)
    {
        var (top, answers, sum) = (0L, 0L, 0L);
        foreach (var score in scores)
        {
            if (score < scaleMin || score > scaleMax)
                continue;
            answers++;
            sum += score;
            top += score >= scaleMax - 1 ? 1 : 0;
        }

        return new Satisfaction(top, answers, sum);
    }
}
