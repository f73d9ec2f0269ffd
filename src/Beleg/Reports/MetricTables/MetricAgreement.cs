namespace Beleg.Reports.MetricTables;

/// <summary>What was agreed about a metric at one time.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Owner">Who answers for it; null is the catalogue's owner.</param>
/// <param name="Target">Target, in the metric's unit; null is none.</param>
/// <param name="Written">Who wrote it, when and why.</param>
public sealed record MetricAgreement(int Version, string? Owner, decimal? Target, Written Written);
