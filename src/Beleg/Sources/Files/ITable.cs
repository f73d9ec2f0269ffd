namespace Beleg.Sources.Files;

/// <summary>A file seen as headers and rows, whatever its format.</summary>
internal interface ITable : IDisposable
{
    /// <summary>The headers. TRICKY: JSON lines may bring a new one on any line, so it can grow while rows are read.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>What was found out about the format, for people: "CSV, UTF-8, separated by ;".</summary>
    string Format { get; }

    /// <summary>Share read so far, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>The rows, once.</summary>
    IEnumerable<ImportRow> Rows();
}
