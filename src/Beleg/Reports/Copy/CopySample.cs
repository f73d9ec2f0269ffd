namespace Beleg.Reports.Copy;

/// <summary>What was said at a place, as one contact got it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Messages">How often something was said there in the period.</param>
/// <param name="Text">The words.</param>
/// <param name="Traits">What the words are like.</param>
public sealed record CopySample(CopyPlace Place, long Messages, string Text, CopyTraits Traits);
