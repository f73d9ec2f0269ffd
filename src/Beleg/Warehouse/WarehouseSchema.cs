using System.Security.Cryptography;
using System.Text;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Warehouse;

/// <summary>What a warehouse file holds: the tables of facts, the bookmark of the journal, and by which version it was made.</summary>
internal static class WarehouseSchema
{
    /// <summary>Raise it when the fold makes other facts of the same events. A changed record of a fact needs nothing: it is noticed.</summary>
    private const int FactsVersion = 4;

    private static readonly string[] Statements = [.. new DuckDbFactDialect().CreateAll()];

    /// <summary>Changes with everything that makes an older file unusable.</summary>
    internal static string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{FactsVersion}\n{string.Join('\n', Statements)}")));

    /// <summary>Fills an empty file, all or nothing.</summary>
    internal static void Create(DuckDbConnection connection)
    {
        using var transaction = connection.Begin();
        foreach (var statement in Statements)
            connection.ExecuteScript(statement);
        // How many rows were replaced since the file was last written in order tells when to write it anew.
        connection.ExecuteScript("create table bookmark (seq bigint not null, replaced bigint not null); insert into bookmark values (0, 0)");
        connection.ExecuteScript("create table schema_version (fingerprint varchar not null)");
        connection.Execute("insert into schema_version values (?)", [Fingerprint]);
        transaction.Commit();
    }

    /// <summary>Whether a file holds nothing yet.</summary>
    internal static bool IsEmpty(DuckDbConnection connection) =>
        connection.Scalar<long>("select count(*) from duckdb_tables() where database_name = current_database()") == 0;

    /// <summary>Whether a file was made by this version.</summary>
    internal static bool IsCurrent(DuckDbConnection connection)
    {
        try
        {
            // Asked of the file alone; the engine's list of tables goes through every file that is attached.
            return connection.Scalar<string>("select fingerprint from schema_version") == Fingerprint;
        }
        catch (DuckDbException error) when (error.Message.StartsWith("Catalog Error", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
