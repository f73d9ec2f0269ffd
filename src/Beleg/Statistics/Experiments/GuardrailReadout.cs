namespace Beleg.Statistics.Experiments;

/// <summary>A guardrail of one arm against the first.</summary>
/// <param name="Name">The metric.</param>
/// <param name="A">The first arm; null where nothing was measured.</param>
/// <param name="B">The other arm.</param>
/// <param name="Fixed">For one look at the planned end; above 0 is better, whatever the metric.</param>
/// <param name="Anytime">For any number of looks; above 0 is better.</param>
public sealed record GuardrailReadout(string Name, ArmEstimate? A, ArmEstimate? B, EffectTest? Fixed, EffectTest? Anytime);
