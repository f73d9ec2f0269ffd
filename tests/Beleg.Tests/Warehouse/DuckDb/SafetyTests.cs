using Beleg.Warehouse.DuckDb;

namespace Beleg.Tests.Warehouse.DuckDb;

public sealed class SafetyTests : IDisposable
{
    private readonly ScratchEngine engine = new();
    private readonly string outside = Directory.CreateTempSubdirectory("beleg-outside-").FullName;

    public void Dispose()
    {
        engine.Dispose();
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public void NoFileOutsideTheDataDirectoryIsReadOrWritten()
    {
        var secret = Path.Combine(outside, "secret.csv");
        File.WriteAllText(secret, "name\nanna\n");
        using var connection = engine.Connect();
        foreach (var sql in (string[])
        [
            $"select * from read_text('{secret}')",
            $"select * from read_csv('{secret}')",
            $"select * from '{secret}'",
            $"select * from read_text('{engine.PathOf("../" + Path.GetFileName(outside))}/secret.csv')",
            $"select * from glob('{outside}/*')",
            "select * from read_text('/etc/passwd')",
            $"copy (select 1) to '{Path.Combine(outside, "out.csv")}'",
            $"attach '{Path.Combine(outside, "x.duckdb")}' as x",
            $"export database '{outside}'",
            "select * from read_csv('https://example.org/x.csv')",
        ])
            Should.Throw<DuckDbException>(() => connection.Execute(sql), sql);
        Directory.EnumerateFileSystemEntries(outside).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("set enable_external_access = true")]
    [InlineData("set allowed_directories = ['/']")]
    [InlineData("set global memory_limit = '100GB'")]
    [InlineData("set lock_configuration = false")]
    [InlineData("set temp_directory = '/'")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    public void NothingIsUnlockedOrFetched(string sql)
    {
        using var connection = engine.Connect();
        Should.Throw<DuckDbException>(() => connection.Execute(sql));
    }

    [Fact]
    public void WhatIsNeededIsBuiltInAndNothingElseIsFetched()
    {
        using var connection = engine.Connect();
        foreach (var setting in (string[])["autoinstall_known_extensions", "autoload_known_extensions", "enable_external_access", "allow_community_extensions"])
            connection.Scalar<string>("select value from duckdb_settings() where name = ?", [setting]).ShouldBe("false", setting);
        connection.Scalar<string>("select current_setting('TimeZone')").ShouldBe("UTC");
        connection.Scalar<string>("select '{\"a\": \"x\"}'::json->>'a'").ShouldBe("x");
        connection.Scalar<string>("select timezone('Europe/Berlin', timestamptz '2026-03-29 01:30:00+00')::varchar").ShouldBe("2026-03-29 03:30:00");
    }

    [Fact]
    public void AnImportReadsItsOneFileAndNoOther()
    {
        var file = Path.Combine(outside, "orders.csv");
        var other = Path.Combine(outside, "other.csv");
        File.WriteAllText(file, "order,amount\nA1,12.50\n\"B,2\",7\n");
        File.WriteAllText(other, "x\n1\n");
        using var import = DuckDbInstance.OpenForFile(file, new() { DataDirectory = engine.Directory });
        using var connection = import.Connect();
        connection.Query("select * from read_csv(?, all_varchar = true)", [file], row => $"{row.Text(0)}={row.Text(1)}").ShouldBe(["A1=12.50", "B,2=7"]);
        Should.Throw<DuckDbException>(() => connection.Execute("select * from read_csv(?)", [other]));
        Should.Throw<DuckDbException>(() => connection.Execute($"attach '{engine.PathOf("ws.duckdb")}' as ws"));
        Should.Throw<DuckDbException>(() => connection.Execute("set allowed_paths = []"));
    }

    [Fact]
    public void AnImportReadsJsonLinesAndParquet()
    {
        using (var writer = engine.Connect())
            writer.Execute($"copy (select 1 as id, 'x' as name) to '{engine.PathOf("rows.parquet")}' (format parquet)");
        File.WriteAllText(engine.PathOf("rows.jsonl"), "{\"id\":2,\"name\":\"y\"}\n{\"id\":3}\n");
        Read("rows.parquet", "read_parquet(?)").ShouldBe(["1 x"]);
        Read("rows.jsonl", "read_json(?, format = 'newline_delimited')").ShouldBe(["2 y", "3 "]);

        List<string> Read(string name, string function)
        {
            using var import = DuckDbInstance.OpenForFile(engine.PathOf(name), new() { DataDirectory = engine.Directory });
            using var connection = import.Connect();
            return connection.Query($"select id, name from {function}", [engine.PathOf(name)], row => $"{row.Long(0)} {row.TextOrNull(1)}");
        }
    }

    [Fact]
    public void WrongOptionsAreToldAllAtOnce()
    {
        var error = Should.Throw<ArgumentException>(() => DuckDbInstance.Open(new() { DataDirectory = "", MemoryLimitMegabytes = 1, Threads = 0 }));
        foreach (var key in (string[])["DataDirectory", "MemoryLimitMegabytes", "Threads"])
            error.Message.ShouldContain(key);
    }

    [Fact]
    public void AFileThatIsNoWarehouseIsRefused()
    {
        File.WriteAllText(engine.PathOf("broken.duckdb"), new string('x', 20_000));
        Should.Throw<DuckDbException>(() => engine.Connect("broken"));
    }
}
