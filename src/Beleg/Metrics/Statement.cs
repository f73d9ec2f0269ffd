namespace Beleg.Metrics;

/// <summary>One statement as it was run.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Its values, from $1 on.</param>
public sealed record Statement(string Sql, IReadOnlyList<object?> Parameters);
