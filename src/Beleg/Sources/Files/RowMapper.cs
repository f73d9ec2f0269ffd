using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beleg.Primitives;

namespace Beleg.Sources.Files;

/// <summary>Maps the cells of rows to the columns of a kind and checks them. Keeps count of equal rows, nothing else.</summary>
internal sealed class RowMapper
{
    private static readonly string[] Prefixes = ["properties.", "traits.", "context.traits."];

    private readonly ImportKind kind;
    private readonly ImportOptions options;
    private readonly CellReader cells;
    private readonly ITable table;
    private readonly string fileTime;
    private readonly List<ColumnMapping> mappings = [];
    private readonly List<ImportColumn?> columns = [];
    private readonly List<(ImportColumn Column, string Value)> constants = [];
    private readonly Dictionary<Guid, int> seen = [];

    /// <exception cref="UserErrorException">The options name a column that there is not, or give it a value it cannot hold.</exception>
    public RowMapper(ImportKind kind, ITable table, ImportOptions options)
    {
        (this.kind, this.table, this.options) = (kind, table, options);
        cells = new CellReader(options.Cells);
        fileTime = NodaTime.Text.InstantPattern.ExtendedIso.Format(options.FileTime);
        foreach (var (name, value) in options.Set)
            constants.Add(Constant(name, value));
    }

    /// <summary>What the headers were taken for, as far as they are known yet.</summary>
    public IReadOnlyList<ColumnMapping> Mappings => mappings;

    /// <summary>Columns that every row needs and that no header brings.</summary>
    public IReadOnlyList<ImportColumn> Missing()
    {
        Extend();
        return [.. kind.Columns.Where(c => c.Required && !columns.Contains(c) && !constants.Exists(k => k.Column == c))];
    }

    /// <summary>Maps a row; null with the errors where it cannot be taken.</summary>
    public ImportRecord? Map(ImportRow row, List<ImportError> errors)
    {
        if (row.Fault is not null)
        {
            errors.Add(new ImportError(row.Line, null, row.Fault));
            return null;
        }

        Extend();
        var record = new ImportRecord { Line = row.Line, FileTime = fileTime };
        var before = errors.Count;
        for (var i = 0; i < row.Cells.Count && i < columns.Count; i++)
        {
            if (row.Cells[i]?.Trim() is not { Length: > 0 } text)
                continue;
            if (columns[i] is { } column)
                Read(record, column, mappings[i].Header, text, errors);
            else if (mappings[i].Property is { } property)
                record.Others.Add((property, text));
        }

        foreach (var (column, value) in constants)
            record.Set(column, value);
        Check(record, errors);
        if (errors.Count > before)
            return null;
        record.Id = IdOf(record);
        return record;
    }

    /// <summary>Whether a row only lists a further item of the order before it, as some shops export: an id and no amount, time or person.</summary>
    public bool Continues(ImportRow row, string? order)
    {
        if (kind.Name != "orders" || row.Fault is not null || order is null)
            return false;
        Extend();
        string? Cell(string name) => columns.FindIndex(c => c?.Name == name) is var at and >= 0 && at < row.Cells.Count ? row.Cells[at]?.Trim() : null;
        return Cell("order_id") == order && string.IsNullOrEmpty(Cell("total"));
    }

    private void Read(ImportRecord record, ImportColumn column, string header, string text, List<ImportError> errors)
    {
        if (cells.TryRead(column, text, out var value) is { } fault)
            errors.Add(new ImportError(record.Line, header, fault));
        else
            record.Set(column, value);
    }

    private void Check(ImportRecord record, List<ImportError> errors)
    {
        foreach (var column in kind.Columns)
        {
            if (column.Required && record[column.Name] is null && !errors.Exists(e => e.Line == record.Line && HeaderOf(column) == e.Column))
                errors.Add(new ImportError(record.Line, HeaderOf(column), "is empty; every row needs it."));
        }

        if (kind.NeedsOneOf.Count > 0 && kind.NeedsOneOf.All(n => record[n] is null))
            errors.Add(new ImportError(record.Line, null, $"needs one of {string.Join(", ", kind.NeedsOneOf)}."));
        var known = Columns.Person.Any(p => record[p.Name] is not null)
            || (kind.PersonMayBeConversation && (record["conversation_id"] ?? record["message_id"]) is not null);
        if (kind.NeedsPerson && !known)
            errors.Add(new ImportError(record.Line, null, $"says nothing about who; give one of {string.Join(", ", Columns.Person.Select(p => p.Name))}."));
    }

    private string HeaderOf(ImportColumn column) => columns.IndexOf(column) is var at and >= 0 ? mappings[at].Header : column.Name;

    private void Extend()
    {
        for (var i = mappings.Count; i < table.Headers.Count; i++)
        {
            var header = table.Headers[i];
            var told = options.Map.FirstOrDefault(m => Headers.Normal(m.Key) == Headers.Normal(header));
            var name = told.Key is null ? Unprefixed(header) : told.Value;
            var column = name.Length == 0 ? null : kind.Find(name);
            // Two headers for one column: the one that bears its own name wins, else the first.
            if (column is not null && columns.Contains(column) && told.Key is null)
                column = null;
            columns.Add(column);
            mappings.Add(new ColumnMapping(header, column?.Name, column is null && Headers.Normal(name).Length > 0 ? Headers.Snake(name) : null));
        }
    }

    private static string Unprefixed(string header)
    {
        foreach (var prefix in Prefixes)
        {
            if (header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return header[prefix.Length..];
        }

        return header.StartsWith("context.campaign.", StringComparison.OrdinalIgnoreCase) ? "utm_" + header["context.campaign.".Length..].Replace("name", "campaign", StringComparison.Ordinal) : header;
    }

    private (ImportColumn Column, string Value) Constant(string name, string text)
    {
        var column = kind.Find(name) ?? throw new UserErrorException($"--set {name}: {kind.Name} have no such column; see docs/imports.md.");
        if (cells.TryRead(column, text, out var value) is { } fault)
            throw new UserErrorException($"--set {name}: {fault}");
        return (column, value);
    }

    // The kind's own id where the row has one; else what the row says, and how often it was said before in this file.
    private string IdOf(ImportRecord record)
    {
        if (kind.Id.Count > 0 && record[kind.Id[^1]] is not null)
            return $"{kind.Name}:{string.Join(':', kind.Id.Select(c => record[c]))}";
        var text = new StringBuilder(kind.Name);
        foreach (var (column, value) in record.Known.OrderBy(k => k.Column.Name, StringComparer.Ordinal))
            text.Append('\n').Append(column.Name).Append('=').Append(value);
        foreach (var (name, value) in record.Others.OrderBy(o => o.Name, StringComparer.Ordinal))
            text.Append('\n').Append(name).Append('=').Append(value);
        var hash = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
        var times = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{kind.Name}:{hash:n}:{times}");
    }
}
