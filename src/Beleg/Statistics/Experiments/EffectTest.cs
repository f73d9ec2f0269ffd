namespace Beleg.Statistics.Experiments;

/// <summary>An effect with its interval and the probability of one as far from 0 by chance alone.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Low">The lower end of the interval; minus infinity where it is open.</param>
/// <param name="High">The upper end; infinity where it is open.</param>
/// <param name="PValue">0 to 1.</param>
/// <param name="Method">How it was found.</param>
public sealed record EffectTest(Effect Effect, double Low, double High, double PValue, TestMethod Method);
