namespace Beleg.Sources.Files;

/// <summary>A column that an import understands: the mapping by header, the checks and docs/imports.md all come from it.</summary>
/// <param name="Name">Its name here and in the documentation; snake_case, never renamed.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Example">A cell.</param>
public sealed record ImportColumn(string Name, ColumnType Type, string Description, string Example)
{
    /// <summary>Whether every row needs it.</summary>
    public bool Required { get; init; }

    /// <summary>Other headers it goes by; case, spaces, dashes and underscores do not matter.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The words a choice admits, each with the other spellings it goes by.</summary>
    public IReadOnlyDictionary<string, string[]> Choices { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string[]>.Empty;

    /// <summary>The same column, also found under these headers.</summary>
    internal ImportColumn Or(params string[] aliases) => this with { Aliases = [.. Aliases, .. aliases] };

    /// <summary>The same column, needed in every row.</summary>
    internal ImportColumn Needed() => this with { Required = true };
}
