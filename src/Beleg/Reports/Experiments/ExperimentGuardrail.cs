using Beleg.Metrics;

namespace Beleg.Reports.Experiments;

/// <summary>A metric that must not get worse, of one arm against the first. Effects are relative where the first arm has any of it, else the difference.</summary>
/// <param name="Metric">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Before">What the first arm came to.</param>
/// <param name="After">What the other came to.</param>
/// <param name="Effect">What it has over the first.</param>
/// <param name="Low">The lower end of its interval, valid at any look.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">For one look, asked alone.</param>
/// <param name="Holm">The same, raised so that one false alarm among all guardrails stays below 5 %.</param>
/// <param name="BenjaminiHochberg">The same, raised so that of those called effects at most 5 % are none.</param>
/// <param name="Broken">Whether it surely got worse.</param>
public sealed record ExperimentGuardrail(
    string Metric, Words Name, MetricUnit Unit, double? Before, double? After, double? Effect, double? Low, double? High, double? PValue, double? Holm, double? BenjaminiHochberg, bool Broken);
