using Beleg.Metrics;

namespace Beleg.Reports.Why;

/// <summary>A change taken apart by one dimension.</summary>
/// <param name="Dimension">step, flow, entry_point or channel.</param>
/// <param name="Sentence">The draft that cites it.</param>
/// <param name="Parts">The parts; with the residual they add up to the change.</param>
/// <param name="Residual">What they leave over: the digits that division loses.</param>
public sealed record WhySplit(string Dimension, Words Sentence, IReadOnlyList<WhyPart> Parts, decimal Residual);
