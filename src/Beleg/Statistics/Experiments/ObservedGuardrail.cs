namespace Beleg.Statistics.Experiments;

/// <summary>A metric that must not get worse, as it was seen.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Arms">Its sums in each arm.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
/// <param name="IsRatio">Whether it is a ratio of sums instead of a mean a contact.</param>
public sealed record ObservedGuardrail(string Name, IReadOnlyList<ArmSums> Arms, bool HigherIsBetter, bool IsRatio);
