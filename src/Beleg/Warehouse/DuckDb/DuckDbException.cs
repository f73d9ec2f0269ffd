using System.Text.RegularExpressions;

namespace Beleg.Warehouse.DuckDb;

/// <summary>The warehouse engine refused or failed. The message holds the engine's reason and the first lines of the SQL, never a value.</summary>
public sealed partial class DuckDbException : Exception
{
    private const int SqlLines = 6;
    private const int SqlCharacters = 600;
    private const string Ellipsis = "…";

    /// <summary>An error without SQL: opening, attaching, appending.</summary>
    public DuckDbException(string message) : base(message) => Sql = "";

    /// <summary>An error without SQL that another one caused.</summary>
    public DuckDbException(string message, Exception inner) : base(message, inner) => Sql = "";

    /// <summary>An error of no stated kind.</summary>
    public DuckDbException() : this("The warehouse failed.")
    {
    }

    private DuckDbException(string message, string sql) : base($"{message}\n{sql}") => Sql = sql;

    /// <summary>The first lines of the SQL; empty where there was none.</summary>
    public string Sql { get; }

    internal static DuckDbException From(string reason, string sql, IReadOnlyList<object?>? values = null) =>
        new(Redact(reason, sql, values ?? []), FirstLines(sql));

    private static string FirstLines(string sql)
    {
        var lines = sql.Trim().Split('\n');
        var text = string.Join('\n', lines.Take(SqlLines).Select(line => line.TrimEnd()));
        if (text.Length > SqlCharacters)
            return text[..SqlCharacters] + " …";
        return lines.Length > SqlLines ? text + "\n…" : text;
    }

    // TRICKY: the engine quotes the offending value in casts, constraints and overflows, and that value may be a person's.
    // What it quotes or counts is kept only where the SQL says the same, so names of columns and tables stay readable.
    internal static string Redact(string reason, string sql, IReadOnlyList<object?> values)
    {
        var position = reason.IndexOf("\n\nLINE ", StringComparison.Ordinal);
        var text = position < 0 ? reason : reason[..position];
        foreach (var value in values.OfType<string>().Where(value => value.Length > 2))
            text = text.Replace(value, Ellipsis, StringComparison.Ordinal);
        if (IsAboutTheSql(text))
            return text.Trim();
        text = Quoted().Replace(text, match => sql.Contains(match.Groups["inner"].Value, StringComparison.Ordinal) ? match.Value : $"'{Ellipsis}'");
        text = Digits().Replace(text, match => sql.Contains(match.Value, StringComparison.Ordinal) ? match.Value : Ellipsis);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim();
    }

    // These are raised before any row is looked at, or speak of blocks and bytes only.
    private static bool IsAboutTheSql(string reason) =>
        reason.StartsWith("Parser Error", StringComparison.Ordinal)
        || reason.StartsWith("Catalog Error", StringComparison.Ordinal)
        || reason.StartsWith("Out of Memory Error", StringComparison.Ordinal)
        || reason.StartsWith("Binder Error", StringComparison.Ordinal)
        || reason.StartsWith("Permission Error", StringComparison.Ordinal);

    // From the first quote to the last one of its kind: a value may hold quotes itself.
    [GeneratedRegex("""'(?<inner>.*)'|"(?<inner>.*)"|\((?<inner>[^()]*\d[^()]*)\)""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w.])[-+]?\d[\d.:\-]*")]
    private static partial Regex Digits();
}
