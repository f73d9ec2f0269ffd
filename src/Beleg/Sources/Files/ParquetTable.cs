using System.Globalization;
using Beleg.Primitives;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Sources.Files;

/// <summary>A Parquet file, read by an engine that may touch this one file and nothing else.</summary>
internal sealed class ParquetTable : ITable
{
    private const int MemoryMegabytes = 256;

    private readonly string file;
    private readonly DuckDbInstance engine;
    private readonly DuckDbConnection connection;
    private readonly long total;
    private long read;

    /// <exception cref="UserErrorException">It is no Parquet file.</exception>
    public ParquetTable(string path)
    {
        file = Path.GetFullPath(path);
        engine = DuckDbInstance.OpenForFile(file, new DuckDbOptions { DataDirectory = Path.GetTempPath(), MemoryLimitMegabytes = MemoryMegabytes, Threads = 1 });
        connection = engine.Connect();
        try
        {
            total = connection.Scalar<long>($"select count(*) from read_parquet({Sql.Text(file)})");
            using var none = connection.Run($"select * from read_parquet({Sql.Text(file)}) limit 0", []);
            Headers = [.. none.Columns.Select(c => c.Name)];
        }
        catch (DuckDbException exception)
        {
            Dispose();
            throw new UserErrorException($"{Path.GetFileName(path)} cannot be read as Parquet; write it again or save it as CSV.", exception);
        }
    }

    public IReadOnlyList<string> Headers { get; }

    public string Format => string.Create(CultureInfo.InvariantCulture, $"Parquet, {total} rows");

    public double Progress => total == 0 ? 1 : (double)read / total;

    public IEnumerable<ImportRow> Rows()
    {
        // As text, like every other file: what a cell must hold is decided in one place. One thread, so rows come in their order.
        using var rows = connection.Run($"select columns(*)::varchar from read_parquet({Sql.Text(file)})", [], streaming: true);
        var width = Headers.Count;
        foreach (var cells in rows.Rows(row => Cells(row, width)))
            yield return new ImportRow(++read, cells);
    }

    public void Dispose()
    {
        connection.Dispose();
        engine.Dispose();
    }

    private static string?[] Cells(DuckDbRow row, int width)
    {
        var cells = new string?[width];
        for (var i = 0; i < width; i++)
            cells[i] = row.TextOrNull(i);
        return cells;
    }
}
