namespace Beleg.Warehouse.DuckDb;

/// <summary>Quoting for the few places where SQL takes no parameter.</summary>
internal static class Sql
{
    internal static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
