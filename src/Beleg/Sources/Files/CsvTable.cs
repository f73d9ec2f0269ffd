using Beleg.Primitives;

namespace Beleg.Sources.Files;

/// <summary>A CSV file: encoding and separator are found out, or given.</summary>
internal sealed class CsvTable : ITable
{
    private const int HeadCharacters = 64 * 1024;

    private readonly Stream stream;
    private readonly StreamReader reader;
    private readonly CsvRecords records;

    /// <exception cref="UserErrorException">The file has no header line.</exception>
    public CsvTable(Stream seekable, char? separator = null)
    {
        stream = seekable;
        var encoding = TextDetection.EncodingOf(seekable);
        var head = new char[HeadCharacters];
        using (var sample = new StreamReader(seekable, encoding, true, 4096, leaveOpen: true))
            head = head[..sample.ReadBlock(head, 0, head.Length)];
        seekable.Position = 0;
        reader = new StreamReader(seekable, encoding, true, 64 * 1024, leaveOpen: true);
        // Excel writes "sep=;" above the header, for itself.
        var text = new string(head);
        var told = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4] : (char?)null;
        var by = separator ?? told ?? TextDetection.SeparatorOf(text);
        records = new CsvRecords(reader, by);
        if (!records.TryRead(out var first) || first.Fault is not null || (told is not null && !records.TryRead(out first)))
            throw new UserErrorException("The file has no header line; its first line must name the columns.");
        Headers = [.. first.Cells.Select(c => c!.Trim())];
        if (Headers.Any(header => header.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))))
            throw new UserErrorException("The file is no text; CSV, JSON lines and Parquet are read.");
        Separator = by;
        Format = $"CSV, {TextDetection.NameOf(encoding)}, separated by {(by == '\t' ? "tabs" : by)}";
    }

    public IReadOnlyList<string> Headers { get; }

    /// <summary>What parts its cells.</summary>
    public char Separator { get; }

    public string Format { get; }

    public double Progress => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    public IEnumerable<ImportRow> Rows()
    {
        while (records.TryRead(out var row))
        {
            if (row.Fault is null && row.Cells.Count > Headers.Count && row.Cells.Skip(Headers.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
                row = row with { Fault = $"{row.Cells.Count} cells where the header has {Headers.Count}; quote a cell that holds the separator." };
            yield return row;
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }
}
