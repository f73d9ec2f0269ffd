using System.Runtime.CompilerServices;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Tests.Warehouse.DuckDb;

/// <summary>The life of a child process that appends until it is killed. It is these tests' own executable, told by a variable.</summary>
internal static class KilledWriter
{
    internal const string Variable = "BELEG_TEST_APPEND_UNTIL_KILLED";
    internal const int RowsOfATransaction = 250_000;

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } directory)
            return;
        using var instance = DuckDbInstance.Open(new() { DataDirectory = directory, MemoryLimitMegabytes = 256 });
        var file = Path.Combine(directory, "warehouse", "ws.duckdb");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        instance.Attach("ws", file);
        using var connection = instance.Connect("ws");
        connection.ExecuteScript("create table if not exists t (batch bigint, place bigint, name varchar)");
        for (var batch = 0; ; batch++)
        {
            using var transaction = connection.Begin();
            using (var appender = new DuckDbAppender(connection, "t"))
            {
                for (var row = 0; row < RowsOfATransaction; row++)
                    appender.Append(batch).Append(row).Append($"row {row} of batch {batch}").EndRow();
                appender.Close();
            }
            transaction.Commit();
            Console.WriteLine($"committed {batch}");
        }
    }
}
