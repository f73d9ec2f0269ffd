using Beleg.Metrics;

namespace Beleg.Reports.Cases;

/// <summary>One figure before and after.</summary>
/// <param name="Metric">Its metric, by id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">Unit of both values.</param>
/// <param name="Good">Which way it should move.</param>
/// <param name="Before">In the baseline; null where it has no value there.</param>
/// <param name="After">In the month shown.</param>
/// <param name="FewCases">Whether either rests on too few.</param>
public sealed record CaseChange(string Metric, Words Name, MetricUnit Unit, GoodDirection Good, decimal? Before, decimal? After, bool FewCases);
