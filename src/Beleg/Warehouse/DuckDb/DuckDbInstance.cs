using System.Globalization;

namespace Beleg.Warehouse.DuckDb;

/// <summary>
/// One in-memory engine to which files are attached. Its configuration is locked from the start, extensions are neither fetched nor
/// loaded, and no SQL reaches a file outside of what it was opened for.
/// </summary>
public sealed unsafe class DuckDbInstance : IDisposable
{
    /// <summary>The engine's own choice, best for tables of millions of rows.</summary>
    internal const int LargeBlock = 262_144;

    /// <summary>
    /// The smallest. A column that was written to keeps a block in memory until its file is checkpointed, and a table takes at least a
    /// block on disk: with hundreds of columns in each of hundreds of files, large ones would fill both.
    /// </summary>
    internal const int SmallBlock = 16_384;

    private readonly DatabaseHandle database;
    private readonly DuckDbConnection attaching;
    private readonly Lock attachLock = new();

    private DuckDbInstance(DuckDbOptions options, string allowed)
    {
        DataDirectory = options.DataDirectory;
        // The other half is for queries.
        OpenWarehouses = new(options.MemoryLimitMegabytes * 1_000_000L / 2);
        database = new(OpenInMemory(options));
        attaching = new(database);
        PlacedValues.Register(attaching);
        var temporary = options.TemporaryDirectory ?? Path.Combine(options.DataDirectory, "tmp");
        // Days are cut in the workspace's zone by name, never in the machine's: hence UTC.
        attaching.ExecuteScript($"""
            set global TimeZone = 'UTC';
            set global temp_directory = {Sql.Text(temporary)};
            {allowed};
            set global enable_external_access = false;
            set global lock_configuration = true;
            """);
    }

    /// <summary>The process's engine for warehouse files beneath the data directory.</summary>
    /// <exception cref="ArgumentException">Options are out of range; every problem is listed.</exception>
    /// <exception cref="DuckDbException">The engine did not start.</exception>
    public static DuckDbInstance Open(DuckDbOptions options)
    {
        var problems = string.Join(' ', options.Problems());
        if (problems.Length > 0)
            throw new ArgumentException(problems, nameof(options));
        var directory = Path.GetFullPath(options.DataDirectory);
        Directory.CreateDirectory(directory);
        return new(options with { DataDirectory = directory }, $"set global allowed_directories = [{Sql.Text(directory)}]");
    }

    /// <summary>A separate engine that may touch one file of a person's choice (<c>read_csv</c>, <c>read_json</c>, <c>read_parquet</c>) and nothing else.</summary>
    /// <exception cref="DuckDbException">The engine did not start.</exception>
    public static DuckDbInstance OpenForFile(string file, DuckDbOptions options) =>
        new(options, $"set global allowed_paths = [{Sql.Text(Path.GetFullPath(file))}]");

    /// <summary>The directory whose files may be attached.</summary>
    public string DataDirectory { get; }

    /// <summary>The workspaces that are attached.</summary>
    internal OpenWarehouses OpenWarehouses { get; }

    /// <summary>The engine's version, as <c>v1.5.5</c>.</summary>
    public static string Version => NativeMethods.Text(NativeMethods.duckdb_library_version());

    /// <summary>Attaches a file, made when missing, under a name. Nothing happens where the name is attached already.</summary>
    /// <exception cref="DuckDbException">The file is no warehouse, corrupt, another process's, or outside the data directory.</exception>
    /// <param name="alias">Its name.</param>
    /// <param name="path">The file.</param>
    /// <param name="blockSize">Bytes of a block of a file that is made now; one that is there keeps its own.</param>
    public void Attach(string alias, string path, int blockSize = LargeBlock)
    {
        var size = File.Exists(path) ? "" : string.Create(CultureInfo.InvariantCulture, $", block_size {blockSize}");
        lock (attachLock)
            attaching.ExecuteScript($"attach if not exists {Sql.Text(Path.GetFullPath(path))} as {Sql.Name(alias)} (type duckdb{size})");
    }

    /// <summary>Lets go of a file; statements that still read it end first.</summary>
    public void Detach(string alias)
    {
        lock (attachLock)
            attaching.ExecuteScript($"detach database if exists {Sql.Name(alias)}");
    }

    /// <summary>A connection whose unqualified names mean the attached file of that name, or the engine's own memory.</summary>
    /// <param name="alias">The file's name.</param>
    /// <param name="judge">Told of every failure of the engine; what it gives is thrown.</param>
    internal DuckDbConnection Connect(string? alias = null, Func<DuckDbException, Exception>? judge = null)
    {
        var connection = judge is null ? new DuckDbConnection(database) : new DuckDbConnection(database) { Judge = judge };
        if (alias is not null)
            connection.ExecuteScript($"use {Sql.Name(alias)}");
        return connection;
    }

    /// <summary>Frees the engine once the last connection is gone.</summary>
    public void Dispose()
    {
        attaching.Dispose();
        database.Dispose();
    }

    private static nint OpenInMemory(DuckDbOptions options)
    {
        if (NativeMethods.duckdb_vector_size() != NativeMethods.VectorSize)
            throw new DuckDbException("This DuckDB library was compiled with another vector size.");
        if (NativeMethods.duckdb_create_config(out var config) != NativeMethods.Success)
            throw new DuckDbException("The warehouse took no configuration.");
        try
        {
            Set(config, "threads", options.Threads.ToString(CultureInfo.InvariantCulture));
            Set(config, "memory_limit", string.Create(CultureInfo.InvariantCulture, $"{options.MemoryLimitMegabytes}MB"));
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            Set(config, "allow_community_extensions", "false");
            Set(config, "allow_persistent_secrets", "false");
            if (NativeMethods.duckdb_open_ext(null, out var opened, config, out var error) != NativeMethods.Success)
                throw new DuckDbException(NativeMethods.TakeText(error));
            return opened;
        }
        finally
        {
            NativeMethods.duckdb_destroy_config(ref config);
        }
    }

    private static void Set(nint config, string name, string value)
    {
        if (NativeMethods.duckdb_set_config(config, name, value) != NativeMethods.Success)
            throw new DuckDbException($"The warehouse does not know the setting {name}.");
    }
}
