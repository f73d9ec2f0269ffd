namespace Beleg.Statistics;

/// <summary>One group of a figure in two periods: a flow, a channel, an entry point.</summary>
/// <param name="Name">Its name; null is whatever has none.</param>
/// <param name="Before">What it had: one number for a count, volume and events for a share, volume, events and amount for money.</param>
/// <param name="After">What it has; as long as <paramref name="Before"/>.</param>
public sealed record DriverGroup(string? Name, IReadOnlyList<decimal> Before, IReadOnlyList<decimal> After);
