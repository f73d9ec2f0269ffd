namespace Beleg.Sources.Files;

/// <summary>One record of a file as it was read, before any column has a meaning.</summary>
/// <param name="Line">Line of the file it begins on, from 1; for Parquet the row's number.</param>
/// <param name="Cells">Text by position of the table's headers, shorter where the record is; null where absent.</param>
/// <param name="Fault">Why it cannot be read; then the cells mean nothing.</param>
internal readonly record struct ImportRow(long Line, IReadOnlyList<string?> Cells, string? Fault = null);
