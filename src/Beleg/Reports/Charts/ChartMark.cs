using Beleg.Metrics;

namespace Beleg.Reports.Charts;

/// <summary>A word on a chart: a target across it, or something that happened at one place.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Value">Height of a line across; null where it marks a category.</param>
/// <param name="Category">Index of the category it marks; null where it is a line across.</param>
public sealed record ChartMark(Words Text, decimal? Value = null, int? Category = null);
