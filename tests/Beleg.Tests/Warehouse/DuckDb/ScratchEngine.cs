using Beleg.Warehouse.DuckDb;

namespace Beleg.Tests.Warehouse.DuckDb;

/// <summary>An engine over a directory of its own, both gone at the end.</summary>
internal sealed class ScratchEngine : IDisposable
{
    internal ScratchEngine(int memoryMegabytes = 256)
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("beleg-duckdb-").FullName;
        Instance = DuckDbInstance.Open(new() { DataDirectory = Directory, MemoryLimitMegabytes = memoryMegabytes, Threads = 2 });
    }

    internal string Directory { get; }
    internal DuckDbInstance Instance { get; }

    internal string PathOf(string name) => Path.Combine(Directory, name);

    /// <summary>A connection to a file of that name.</summary>
    internal DuckDbConnection Connect(string alias = "ws")
    {
        Instance.Attach(alias, PathOf($"{alias}.duckdb"));
        return Instance.Connect(alias);
    }

    public void Dispose()
    {
        Instance.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
