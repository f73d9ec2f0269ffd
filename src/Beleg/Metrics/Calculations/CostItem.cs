namespace Beleg.Metrics.Calculations;

/// <summary>Something that cost money, and whose it is as far as the books say.</summary>
/// <param name="Flow">The flow that it names; null none.</param>
/// <param name="Channel">The channel that it names; null none.</param>
/// <param name="Minor">What it cost, in minor units, not yet rounded.</param>
internal sealed record CostItem(string? Flow, string? Channel, decimal Minor);
