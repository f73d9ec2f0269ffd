namespace Beleg.Sources.Files;

/// <summary>A row that was not taken.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Column">Header as the file writes it; null where the row as a whole is meant.</param>
/// <param name="Message">What to do. May quote the cell; it is shown to whoever imports and kept nowhere.</param>
public sealed record ImportError(long Line, string? Column, string Message)
{
    /// <summary>As compilers write it, so that editors can jump there: <c>orders.csv:17: total: …</c>.</summary>
    public string In(string file) => Column is null ? $"{file}:{Line}: {Message}" : $"{file}:{Line}: {Column}: {Message}";
}
