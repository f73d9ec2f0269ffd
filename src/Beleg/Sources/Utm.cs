namespace Beleg.Sources;

/// <summary>The five campaign tags as they came; null where absent.</summary>
public sealed record Utm(string? Source, string? Medium, string? Campaign, string? Content, string? Term);
