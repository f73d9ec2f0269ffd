using Beleg.Keys;
using NodaTime;

namespace Beleg.State;

/// <summary>
/// What is not derived from the journal: workspaces and their settings, sources and their secrets, keys, people, links, what was refused,
/// and what was published. One SQLite file; every write is on disk when it returns.
/// </summary>
public sealed class StateStore : IDisposable
{
    private readonly StateDatabase database;

    private StateStore(StateDatabase database, KeyRing keys, IClock clock)
    {
        this.database = database;
        SettingChanges = new SettingChanges(database, keys, clock);
        Workspaces = new Workspaces(database, keys, clock, SettingChanges);
        Sources = new WorkspaceSources(database, keys, clock);
        ApiKeys = new ApiKeys(database, clock);
        Users = new Users(database, clock);
        Roles = new Roles(database, clock);
        SignInLinks = new SignInLinks(database, clock);
        Sessions = new Sessions(database, clock);
        Throttle = new SignInThrottle(database, clock);
        Links = new Links(database, Workspaces, keys, clock);
        Refusals = new Refusals(database);
        Door = new DoorCounts(database, clock);
        Erasures = new Erasures(database, clock);
        Snapshots = new Snapshots(database, new SigningKeys(keys, clock), clock);
        ProofEdits = new ProofEdits(database, clock);
        Shares = new Shares(database, keys, clock);
        Notes = new Notes(database, keys, clock);
    }

    /// <summary>Who changed which setting when and why.</summary>
    public SettingChanges SettingChanges { get; }

    /// <summary>Workspaces and their settings.</summary>
    public Workspaces Workspaces { get; }

    /// <summary>Sources and their secrets.</summary>
    public WorkspaceSources Sources { get; }

    /// <summary>Keys of the API.</summary>
    public ApiKeys ApiKeys { get; }

    /// <summary>People who may sign in.</summary>
    public Users Users { get; }

    /// <summary>What people may do.</summary>
    public Roles Roles { get; }

    /// <summary>Links that open the door once.</summary>
    public SignInLinks SignInLinks { get; }

    /// <summary>Who is signed in.</summary>
    public Sessions Sessions { get; }

    /// <summary>Slows guessing of passwords.</summary>
    public SignInThrottle Throttle { get; }

    /// <summary>Tagged links.</summary>
    public Links Links { get; }

    /// <summary>What translation refused, and how far it came.</summary>
    public Refusals Refusals { get; }

    /// <summary>Counts of requests turned away.</summary>
    public DoorCounts Door { get; }

    /// <summary>Who was erased.</summary>
    public Erasures Erasures { get; }

    /// <summary>Published results.</summary>
    public Snapshots Snapshots { get; }

    /// <summary>What people wrote into drafts of proofs.</summary>
    public ProofEdits ProofEdits { get; }

    /// <summary>Links that show a part of a workspace to whoever has them.</summary>
    public Shares Shares { get; }

    /// <summary>What people say about figures.</summary>
    public Notes Notes { get; }

    /// <summary>Opens the file, or makes it, and brings it to this version.</summary>
    /// <exception cref="Primitives.UserErrorException">The file is of a newer version.</exception>
    public static StateStore Open(string file, KeyRing keys, IClock clock)
    {
        var database = new StateDatabase(file);
        try
        {
            var store = new StateStore(database, keys, clock);
            store.Links.SealMessages();
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Door.Flush();
        database.Dispose();
    }
}
