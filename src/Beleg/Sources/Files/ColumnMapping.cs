namespace Beleg.Sources.Files;

/// <summary>What one header of the file was taken for.</summary>
/// <param name="Header">As the file writes it.</param>
/// <param name="Column">The column; null where the kind does not know it.</param>
/// <param name="Property">Name under which an unknown column is kept; null where it was left out.</param>
public sealed record ColumnMapping(string Header, string? Column, string? Property);
