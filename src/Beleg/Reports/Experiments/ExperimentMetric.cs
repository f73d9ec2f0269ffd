using Beleg.Metrics;

namespace Beleg.Reports.Experiments;

/// <summary>What an experiment can be decided by: a measure of one contact, or a ratio of two of them.</summary>
/// <param name="Id">Its name; a metric of the catalogue keeps its own.</param>
/// <param name="Name">For people.</param>
/// <param name="Unit">Unit of its value.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
/// <param name="IsRatio">Whether it is a ratio of sums, whose variance is taken over contacts.</param>
public sealed record ExperimentMetric(string Id, Words Name, MetricUnit Unit, bool HigherIsBetter, bool IsRatio)
{
    /// <summary>The guardrail that no experiment goes without.</summary>
    public const string OptOuts = "opt_out_rate";

    // Checks of the data say nothing of what contacts did.
    private const string DataOwner = "Data owner";

    /// <summary>SQL over the row of one contact's orders: value, denominator, the same before; null for a metric of the catalogue.</summary>
    internal (string Value, string Denominator, string Before)? Own { get; private init; }

    /// <summary>Above the line; null for one of our own.</summary>
    internal Measure? Numerator { get; private init; }

    /// <summary>Below the line; null where it is a mean a contact.</summary>
    internal Measure? Denominator { get; private init; }

    /// <summary>All of them, our own first; the first where nobody chose another.</summary>
    public static IReadOnlyList<ExperimentMetric> All { get; } =
    [
        new("revenue", new("Revenue per contact", "Umsatz je Kontakt"), MetricUnit.Money, true, false) { Own = ("after_minor", "1", "before_minor") },
        new("conversion", new("Contacts who ordered", "Kontakte, die bestellten"), MetricUnit.Share, true, false) { Own = ("(after_orders > 0)::int", "1", "(before_orders > 0)::int") },
        new("order_value", new("Order value", "Bestellwert"), MetricUnit.Money, true, true) { Own = ("after_minor", "after_orders", "0") },
        new(OptOuts, new("Contacts who opted out", "Kontakte, die sich abmeldeten"), MetricUnit.Share, false, false) { Own = ("opted_out", "1", "0") },
        .. MetricCatalogue.Default.All.Select(Of).OfType<ExperimentMetric>(),
    ];

    /// <summary>Looks one up; the first where none is named, null where there is no such one.</summary>
    public static ExperimentMetric? Find(string? id) => id is null ? All[0] : All.FirstOrDefault(m => m.Id == id);

    private static ExperimentMetric? Of(Metric metric)
    {
        if (!metric.IsDue || metric.Id == OptOuts || metric.Owner == DataOwner || metric.Formula is not { Scale: 1 } formula || metric is { Unit: MetricUnit.Count, Split.Count: > 0 })
            return null;
        var (above, below) = (formula.Numerator, formula.DenominatorIsSample ? null : formula.Denominator);

        // A rank has no variance over contacts; the mean of the same times has.
        if (above.Aggregate == Aggregate.Quantile)
        {
            IReadOnlyList<string> known = [.. above.Where, $"{above.Of} IS NOT NULL"];
            (above, below) = (new Measure(above.Fact, above.Time, known, Aggregate.Sum, above.Of), new Measure(above.Fact, above.Time, known, Aggregate.Count));
        }

        // What speaks of the period's own ends cannot be asked of the time after an exposure.
        if (new[] { above, below }.OfType<Measure>().Any(m => m.Aggregate == Aggregate.Quantile || m.Where.Any(w => w.Contains("{bucket_", StringComparison.Ordinal))))
            return null;
        return new ExperimentMetric(metric.Id, metric.Name, metric.Unit, metric.Good != GoodDirection.Down, below is not null) { Numerator = above, Denominator = below };
    }
}
