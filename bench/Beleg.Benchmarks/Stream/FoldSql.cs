using Beleg.Warehouse.DuckDb;

namespace Beleg.Benchmarks.Stream;

/// <summary>
/// What identity, fold, attribution and writing do, as somebody would write it in the engine's own SQL (the files beside this one), from
/// the same events into the same tables. What it gives that differs from ours is said in docs/benchmarks.md.
/// </summary>
internal static class FoldSql
{
    private const string Repeat = "-- repeat until nothing changes";
    private const string Until = "-- until";
    private const string StillChanging = "select count(*) from label l join edge e on e.a = l.key join label n on n.key = e.b where n.label < l.label";

    private static readonly string[] steps = ["10-identity", "20-messages", "30-flows", "40-conversations", "50-money", "60-contacts"];

    /// <summary>Makes the tables that the events are given in; within a file that has the facts' tables.</summary>
    public static void Prepare(DuckDbConnection connection) => connection.ExecuteScript(Read("00-events"));

    /// <summary>Derives all facts.</summary>
    /// <param name="connection">To the file.</param>
    /// <param name="done">Told the name of each step that ended.</param>
    public static void Run(DuckDbConnection connection, Action<string> done)
    {
        foreach (var step in steps)
        {
            Run(connection, Read(step));
            done(step);
        }

        connection.ExecuteScript("checkpoint");
        done("checkpoint");
    }

    // Names that belong together are found by handing the smallest on until it is the same for all: SQL has no shorter way.
    private static void Run(DuckDbConnection connection, string script)
    {
        var from = script.IndexOf(Repeat, StringComparison.Ordinal);
        if (from < 0)
        {
            connection.ExecuteScript(script);
            return;
        }

        var to = script.IndexOf(Until, from, StringComparison.Ordinal);
        connection.ExecuteScript(script[..from]);
        while (connection.Scalar<long>(StillChanging) > 0)
            connection.ExecuteScript(script[from..to]);
        connection.ExecuteScript(script[to..]);
    }

    private static string Read(string step) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stream", "Sql", step + ".sql"));
}
