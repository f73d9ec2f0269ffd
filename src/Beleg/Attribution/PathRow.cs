namespace Beleg.Attribution;

/// <summary>Many journeys over the same channels, counted: the form in which path data is published.</summary>
/// <param name="Channels">The channels in order of time; one may come again.</param>
/// <param name="Conversions">How many of the journeys ended in a conversion.</param>
/// <param name="Value">What those were worth together.</param>
/// <param name="Nulls">How many ended in nothing.</param>
public sealed record PathRow(IReadOnlyList<string> Channels, decimal Conversions, decimal Value, long Nulls);
