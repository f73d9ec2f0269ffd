using System.Buffers;
using System.Text;
using System.Text.Json;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources.Files;

/// <summary>
/// Turns the rows of a file into deliveries of the source <c>import</c>, which then go through the journal like any other. Good rows go
/// in, the others are reported by line. The same file again makes the same events, which changes nothing.
/// </summary>
public sealed class FileImport : IDisposable
{
    /// <summary>Provider and usual name of the source.</summary>
    public const string Provider = "import";

    private const int MostDeliveryBytes = 1 << 20;
    private const int RowsPerProgress = 5_000;

    private readonly ImportKind kind;
    private readonly ImportOptions options;
    private readonly ISource source;
    private readonly TranslationContext context;
    private readonly ItemWriter items = new();
    private readonly List<(ImportRecord Record, byte[][] Items)> lot = [];
    private readonly List<ImportError> errors = [];
    private string? lastOrder;
    private long rows, taken, continued, refused, events, lotBytes;
    private Instant? from, to;

    /// <param name="kind">What the rows are.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="source">The translator that will read the deliveries: what it would refuse is not sent.</param>
    /// <param name="context">As it will read them.</param>
    public FileImport(ImportKind kind, ImportOptions options, ISource source, TranslationContext context) =>
        (this.kind, this.options, this.source, this.context) = (kind, options, source, context with { WithPersonal = false });

    /// <summary>Reads a file and hands over its deliveries, in order. A dry run hands them to nobody.</summary>
    /// <param name="path">A .csv, .tsv, .txt, .jsonl, .ndjson, .json or .parquet file.</param>
    /// <param name="append">Keeps the deliveries of a step; all or none.</param>
    /// <param name="progress">Told the share read, 0 to 1; null where nobody looks.</param>
    /// <param name="cancellationToken">Stops between steps; what was kept stays.</param>
    /// <exception cref="UserErrorException">The file cannot be read, lacks a column, or the options do not fit it.</exception>
    public async Task<ImportReport> RunAsync(
        string path,
        Func<IReadOnlyList<ReadOnlyMemory<byte>>, CancellationToken, Task>? append,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        using var table = Tables.Open(path, options.Separator);
        var mapper = new RowMapper(kind, table, options with { Cells = Cells(table) });
        var bodies = new List<ReadOnlyMemory<byte>>();
        foreach (var row in table.Rows())
        {
            if (rows++ == 0)
                Demand(mapper, table);
            Take(mapper, row);
            if (lot.Count >= options.RowsPerDelivery || lotBytes >= MostDeliveryBytes)
                Flush(bodies);
            if (bodies.Count >= 64)
                await HandOver(bodies, append, cancellationToken).ConfigureAwait(false);
            if (rows % RowsPerProgress == 0)
                progress?.Report(table.Progress);
        }

        if (rows == 0)
            Demand(mapper, table);
        Flush(bodies);
        await HandOver(bodies, append, cancellationToken).ConfigureAwait(false);
        progress?.Report(1);
        return Report(table, mapper);
    }

    /// <inheritdoc/>
    public void Dispose() => items.Dispose();

    // Whoever parts cells by semicolons does so because the comma is taken. Other formats know numbers.
    private CellFormat Cells(ITable table) => table is CsvTable csv
        ? options.Cells with { EitherDecimal = options.Cells.EitherDecimal && csv.Separator == ';' }
        : options.Cells with { DecimalComma = false, EitherDecimal = false };

    private void Demand(RowMapper mapper, ITable table)
    {
        if (table is not JsonLinesTable && options.Map.Keys.FirstOrDefault(named => !table.Headers.Any(header => Headers.Normal(header) == Headers.Normal(named))) is { } unknown)
            throw new UserErrorException($"--map {unknown}: the file has no such header. Its headers: {string.Join(", ", table.Headers)}.");
        // JSON lines say what they hold line by line; a line that lacks something is refused as a row.
        if (table is JsonLinesTable || mapper.Missing() is not { Count: > 0 } missing)
            return;
        var names = string.Join(", ", missing.Select(m => m.Name));
        throw new UserErrorException(
            $"The file lacks {names}; map a header with --map HEADER={missing[0].Name} or give one value for all rows with --set {missing[0].Name}=VALUE. Its headers: {string.Join(", ", table.Headers)}.");
    }

    private void Take(RowMapper mapper, ImportRow row)
    {
        if (mapper.Continues(row, lastOrder))
        {
            continued++;
            return;
        }

        var found = new List<ImportError>();
        if (mapper.Map(row, found) is not { } record)
        {
            Refuse(found);
            return;
        }

        if (kind.Name == "orders")
            lastOrder = record["order_id"];
        items.Clear();
        kind.Compose(record, items);
        lot.Add((record, [.. items.Items]));
        lotBytes += items.Items.Sum(i => i.Length);
    }

    private void Refuse(List<ImportError> found)
    {
        refused++;
        errors.AddRange(found.Take(ImportReport.MostErrors - errors.Count));
    }

    // What the translator would refuse is found here, while the file is at hand and its lines can be named.
    private void Flush(List<ReadOnlyMemory<byte>> bodies)
    {
        if (lot.Count == 0)
            return;
        var body = Body(lot);
        var translation = Translate(body);
        if (translation.Refusals.Count > 0)
        {
            var owner = lot.SelectMany((l, i) => l.Items.Select(_ => i)).ToArray();
            var bad = translation.Refusals.Where(r => r.Item >= 0).ToLookup(r => owner[r.Item]);
            foreach (var row in bad)
                Refuse([.. row.Select(r => new ImportError(lot[row.Key].Record.Line, null, r.Detail)).Distinct()]);
            for (var i = lot.Count - 1; i >= 0; i--)
            {
                if (bad.Contains(i))
                    lot.RemoveAt(i);
            }

            body = lot.Count == 0 ? null : Body(lot);
            translation = body is null ? new Translation() : Translate(body);
        }

        taken += lot.Count;
        foreach (var (_, happened) in translation.Events)
        {
            events++;
            from = from is { } first && first <= happened.OccurredAt ? first : happened.OccurredAt;
            to = to is { } last && last >= happened.OccurredAt ? last : happened.OccurredAt;
        }

        if (body is not null)
            bodies.Add(body);
        lot.Clear();
        lotBytes = 0;
    }

    private Translation Translate(byte[] body)
    {
        var translation = new Translation();
        source.Translate(new Delivery(0, "", context.Source.Name, options.Clock.GetCurrentInstant(), Nothing, body), context, translation);
        return translation;
    }

    private static readonly IReadOnlyDictionary<string, string> Nothing = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    private byte[] Body(List<(ImportRecord Record, byte[][] Items)> rowsOfLot)
    {
        var buffer = new ArrayBufferWriter<byte>((int)lotBytes + 256);
        var head = $"{{\"import\":\"{kind.Name}\",\"file\":{JsonSerializer.Serialize(options.FileName, Plain)},\"batch\":[";
        buffer.Write(Encoding.UTF8.GetBytes(head));
        var first = true;
        foreach (var item in rowsOfLot.SelectMany(r => r.Items))
        {
            if (!first)
                buffer.Write(","u8);
            first = false;
            buffer.Write(item);
        }

        buffer.Write("]}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task HandOver(
        List<ReadOnlyMemory<byte>> bodies,
        Func<IReadOnlyList<ReadOnlyMemory<byte>>, CancellationToken, Task>? append,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (append is not null && bodies.Count > 0)
            await append([.. bodies], cancellationToken).ConfigureAwait(false);
        bodies.Clear();
    }

    private ImportReport Report(ITable table, RowMapper mapper) => new()
    {
        Format = table.Format,
        Columns = mapper.Mappings,
        Rows = rows,
        Taken = taken,
        Continued = continued,
        Refused = refused,
        Errors = [.. errors.OrderBy(e => e.Line)],
        Events = events,
        From = from,
        To = to,
    };
}
