using System.Collections.Concurrent;
using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>Everything in one data directory, opened: what a command or the server works on. Owns the directory until disposed.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DataDirectory directory;
    private readonly KeyRing keys;
    private readonly DuckDbInstance engine;
    private readonly ConcurrentDictionary<string, Lazy<OpenWorkspace>> opened = new(StringComparer.Ordinal);

    private Installation(DataDirectory directory, MasterKey master, KeyRing keys, IJournal journal, StateStore state, DuckDbInstance engine, IClock clock)
    {
        (this.directory, this.keys, this.engine) = (directory, keys, engine);
        (Master, Journal, State, Clock) = (master, journal, state, clock);
    }

    /// <summary>Told when workspaces, sources or settings change.</summary>
    public event Action? Changed;

    /// <summary>Absolute path.</summary>
    public string Directory => directory.Path;

    /// <summary>The directory with its files.</summary>
    public DataDirectory Files => directory;

    public MasterKey Master { get; }

    public IJournal Journal { get; }

    public StateStore State { get; }

    public IClock Clock { get; }

    /// <summary>The address that people and providers reach the server by; null while none serves.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Opens a data directory, making it where it is missing.</summary>
    /// <exception cref="UserErrorException">Another process owns it, or the master key is missing or wrong.</exception>
    public static Installation Open(string path, Func<string, string?> environment, TextWriter warnings)
    {
        var directory = DataDirectory.Own(path);
        try
        {
            var isNew = directory.IsNew;
            var master = MasterKey.Find(environment, isNew);
            if (isNew && master.File is { } file)
                warnings.WriteLine($"beleg: data is encrypted under the master key {file}; keep a copy of that file apart from backups.");
            var keys = KeyRing.Open(directory.KeyFile, master, isNew);
            var journal = SqliteJournal.Open(directory.JournalFile, keys);
            var state = StateStore.Open(directory.StateFile, keys, SystemClock.Instance);
            // With more, questions over ten million messages take as long, and the process grows by as much; 128 were seen to answer them, too.
            var engine = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = directory.Path, MemoryLimitMegabytes = 192 });
            return new Installation(directory, master, keys, journal, state, engine, SystemClock.Instance);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>A workspace.</summary>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public Workspace Require(string workspace) => State.Workspaces.Find(workspace)
        ?? throw new UserErrorException($"There is no workspace '{workspace}'; there {(State.Workspaces.List() is { Count: > 0 } others ? "are " + string.Join(", ", others.Select(other => other.Name)) : "is none yet: beleg workspace create NAME")}.");

    /// <summary>A workspace with its facts, opened the first time it is asked for.</summary>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public OpenWorkspace Open(string workspace) =>
        opened.GetOrAdd(Require(workspace).Name, name => new Lazy<OpenWorkspace>(() => new OpenWorkspace(this, name, keys.Of(name), engine))).Value;

    /// <summary>Whether a workspace's facts are open already, so that asking for it takes no time.</summary>
    public bool IsOpen(string workspace) => opened.TryGetValue(workspace, out var one) && one.IsValueCreated;

    /// <summary>Makes a workspace's keys, without opening its facts.</summary>
    public KeyedHash HashOf(string workspace) => keys.Of(workspace).Hash;

    /// <summary>The settings that a source's deliveries are judged and read by; null where the workspace has no such source.</summary>
    public SourceSettings? SourceOf(string workspace, string source) => State.Sources.Find(workspace, source) ?? BuiltInSources.Find(source);

    /// <summary>Tells whoever keeps a copy in memory.</summary>
    public void Notify() => Changed?.Invoke();

    /// <summary>Tells commands of this machine where the server is.</summary>
    public void Announce(DirectoryOwner owner) => directory.Announce(owner);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var workspace in opened.Values.Where(workspace => workspace.IsValueCreated))
            workspace.Value.Dispose();
        await Journal.DisposeAsync();
        State.Dispose();
        engine.Dispose();
        keys.Dispose();
        directory.Dispose();
    }
}
