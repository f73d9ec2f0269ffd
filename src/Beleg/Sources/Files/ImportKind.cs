namespace Beleg.Sources.Files;

/// <summary>What the rows of a file are: its columns, and what a row becomes.</summary>
public sealed class ImportKind
{
    internal ImportKind(string name, string description, IReadOnlyList<ImportColumn> columns, Action<ImportRecord, ItemWriter> compose)
    {
        (Name, Description, Columns, Compose) = (name, description, columns, compose);
        byHeader = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var column in columns)
            byHeader.Add(Headers.Normal(column.Name), column);
        foreach (var (column, alias) in columns.SelectMany(c => c.Aliases, (c, a) => (c, a)))
            byHeader.TryAdd(Headers.Normal(alias), column);
    }

    private readonly Dictionary<string, ImportColumn> byHeader;

    /// <summary>As after <c>--as</c>.</summary>
    public string Name { get; }

    /// <summary>One sentence.</summary>
    public string Description { get; }

    /// <summary>The columns that name a row for good, the last one being the id itself; empty where only its content does.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>Of these columns every row needs at least one.</summary>
    public IReadOnlyList<string> NeedsOneOf { get; init; } = [];

    /// <summary>Whether every row needs an identifier of a person.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>Whether the tool's own conversation or message stands for the person: another row says who it is.</summary>
    public bool PersonMayBeConversation { get; init; }

    /// <summary>The columns, as documented.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Turns a record into the items of a delivery. Pure.</summary>
    internal Action<ImportRecord, ItemWriter> Compose { get; }

    /// <summary>Further columns that are found by their own name only and documented elsewhere.</summary>
    internal IReadOnlyDictionary<string, ImportColumn> Vocabulary { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, ImportColumn>.Empty;

    /// <summary>The column a header means; null where none.</summary>
    public ImportColumn? Find(string header)
    {
        var name = Headers.Normal(header);
        return byHeader.GetValueOrDefault(name) ?? Vocabulary.GetValueOrDefault(name);
    }
}
