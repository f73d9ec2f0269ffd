using Beleg.Primitives;

namespace Beleg.Sources.Files;

/// <summary>Opens a file by its kind.</summary>
internal static class Tables
{
    /// <exception cref="UserErrorException">There is no such file, or it is of no kind that can be read.</exception>
    public static ITable Open(string path, char? separator)
    {
        if (!File.Exists(path))
            throw new UserErrorException($"There is no file {path}.");
        if (IsParquet(path))
            return new ParquetTable(path);
        var stream = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan, BufferSize = 128 * 1024 });
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".jsonl" or ".ndjson" or ".json" => new JsonLinesTable(stream),
                ".xlsx" or ".xls" or ".ods" or ".gz" or ".zip" => throw new UserErrorException($"{Path.GetExtension(path)} files are not read; save it as CSV."),
                _ => new CsvTable(stream, separator),
            };
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static bool IsParquet(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        return file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual("PAR1"u8);
    }
}
