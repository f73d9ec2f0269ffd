namespace Beleg.Reports.Channels;

/// <summary>One channel under every model.</summary>
/// <param name="Channel">A chat channel, or <c>visit:</c> and the channel of a web visit; null for what no touch was given.</param>
/// <param name="Money">By model.</param>
/// <param name="RemovalEffect">What part of the orders would be lost without the channel, 0 to 1; null for the last row.</param>
/// <param name="ShapleyValue">Its share of the orders by Shapley values of conversion rates; null for the last row.</param>
public sealed record ChannelRow(string? Channel, IReadOnlyList<decimal> Money, double? RemovalEffect, double? ShapleyValue);
