namespace Beleg.Metrics;

/// <summary>A figure that always stands beside a metric, such as the 90th percentile beside the median.</summary>
/// <param name="Id">Its name inside the metric.</param>
/// <param name="Name">For people.</param>
/// <param name="Unit">Of its value.</param>
/// <param name="Formula">How it is computed; null where the metric's calculation finds it.</param>
internal sealed record MetricPart(string Id, Words Name, MetricUnit Unit, Formula? Formula);
