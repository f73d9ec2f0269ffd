using System.Text.Json.Serialization;
using Beleg.Metrics;

namespace Beleg.Reports.Quality;

/// <summary>One metric of data quality.</summary>
/// <param name="Metric">Its id.</param>
/// <param name="Value">Its value, 0 to 1; null where nothing could be measured.</param>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line.</param>
/// <param name="LowSample">Too few to go by.</param>
/// <param name="Limits">Whether it limits a claim.</param>
public sealed record QualityFigure(string Metric, decimal? Value, decimal? Numerator, decimal? Denominator, bool LowSample, bool Limits)
{
    /// <summary>The answer it was taken from, for pages.</summary>
    [JsonIgnore]
    public MetricResult? Result { get; init; }
}
