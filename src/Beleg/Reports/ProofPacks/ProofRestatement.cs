using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>A published figure that reads differently today: late events, refunds, corrected input.</summary>
/// <param name="Month">The month it was published for.</param>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Was">As published.</param>
/// <param name="Is">As it is today.</param>
public sealed record ProofRestatement(YearMonth Month, string Metric, Words Name, MetricUnit Unit, decimal? Was, decimal? Is);
