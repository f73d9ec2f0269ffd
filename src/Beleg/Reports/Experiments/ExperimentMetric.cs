namespace Beleg.Reports.Experiments;

/// <summary>What an experiment can be decided by.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Value">SQL over one contact's row: what is measured.</param>
/// <param name="Denominator">SQL: the denominator; 1 for a mean a contact.</param>
/// <param name="Before">SQL: the same before the first exposure, 0 where nothing is known.</param>
/// <param name="IsRatio">Whether it is a ratio of sums.</param>
public sealed record ExperimentMetric(string Id, string Value, string Denominator, string Before, bool IsRatio)
{
    /// <summary>All of them; the first where nobody chose another.</summary>
    public static IReadOnlyList<ExperimentMetric> All { get; } =
    [
        new("revenue", "after_minor", "1", "before_minor", false),
        new("conversion", "(after_orders > 0)::int", "1", "(before_orders > 0)::int", false),
        new("order_value", "after_minor", "after_orders", "0", true),
    ];

    /// <summary>Looks one up; null where there is none.</summary>
    public static ExperimentMetric? Find(string? id) => id is null ? All[0] : All.FirstOrDefault(m => m.Id == id);
}
