namespace Beleg.Sources.Files;

/// <summary>A row whose cells were mapped to columns and checked.</summary>
internal sealed class ImportRecord
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>When the file was last changed: the time of what has none of its own, ISO 8601.</summary>
    public required string FileTime { get; init; }

    /// <summary>The columns that have a value, in the form the vocabulary uses, in the order of the kind.</summary>
    public List<(ImportColumn Column, string Value)> Known { get; } = [];

    /// <summary>Cells of columns that the kind does not know, by property name; kept as properties.</summary>
    public List<(string Name, string Value)> Others { get; } = [];

    /// <summary>What tells this row from every other, the same whenever it is imported again.</summary>
    public string Id { get; set; } = "";

    /// <summary>The value of a column; null where blank.</summary>
    public string? this[string column] => values.GetValueOrDefault(column);

    /// <summary>The moment of something that holds from a day on: a price of next month was known when the file was written.</summary>
    public string KnownSince(string day) => string.CompareOrdinal(day, FileTime) < 0 ? day + "T00:00:00Z" : FileTime;

    /// <summary>Sets the value of a column that has none yet.</summary>
    public void Set(ImportColumn column, string value)
    {
        if (values.TryAdd(column.Name, value))
            Known.Add((column, value));
    }
}
