namespace Beleg.Statistics;

/// <summary>A part of a figure's change.</summary>
/// <param name="Group">The group that made it.</param>
/// <param name="Kind">By which factor.</param>
/// <param name="Amount">How much, in the figure's unit.</param>
public sealed record DriverPart(string? Group, DriverKind Kind, decimal Amount);
