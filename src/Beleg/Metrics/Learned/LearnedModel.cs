using Beleg.Metrics.Calculations;

namespace Beleg.Metrics;

/// <summary>Puts what a data-driven model learned into a question, and says so beside each figure that rests on it.</summary>
internal static class LearnedModel
{
    // What these compute from credits is not in their definition's text.
    private static readonly string[] Following = ["rocs", "cpa", "revenue_value", "generated_value", "net_value", "roi_pct", "payback_months", "forecast_value"];

    /// <summary>The question with the weights of its own period. Where the period has too few orders the weights refuse.</summary>
    public static Composition Weigh(FactReader facts, Composition query)
    {
        var weights = LearnedReader.Weights(facts, query.Period, query.Model.Id);
        return query with { Weights = weights, Learned = facts.Explains ? null : new LearnedColumns(facts, weights) };
    }

    /// <summary>Results that say what they were weighed by; none where the weights refuse, with the reason.</summary>
    public static Dictionary<string, Calculated> Tell(IReadOnlyList<Metric> metrics, Dictionary<string, Calculated> results, LearnedWeights weights)
    {
        foreach (var metric in metrics.Where(Follows))
        {
            var result = results[metric.Id];
            results[metric.Id] = weights.Refusal is { } refusal
                ? result with { Figures = new FigureTable(new Figure { LowSample = true }, new Dictionary<GroupKey, Figure>()), Gaps = [refusal, .. result.Gaps] }
                : result with { Notes = [weights.Say, .. result.Notes] };
        }

        return results;
    }

    /// <summary>Whether a metric's figure depends on the model.</summary>
    public static bool Follows(Metric metric) => Following.Contains(metric.Id)
        || (metric.Formula?.Measures ?? []).Concat(metric.Parts.SelectMany(part => part.Formula?.Measures ?? [])).Any(Follows);

    /// <summary>Whether what a measure reads depends on the model.</summary>
    public static bool Follows(Measure measure) =>
        measure.Of?.Contains("{model}", StringComparison.Ordinal) == true || measure.Where.Any(w => w.Contains("{weighted}", StringComparison.Ordinal));
}
