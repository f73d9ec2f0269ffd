using Beleg.Primitives;
using NodaTime;

namespace Beleg.State;

/// <summary>Keyed hashes of erased identifiers, so that a delivery that is repeated later does not bring a person back.</summary>
public sealed class Erasures
{
    private readonly StateDatabase database;
    private readonly IClock clock;

    internal Erasures(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Remembers that these identifiers were erased.</summary>
    public void Add(string workspace, IEnumerable<Key> identifiers) =>
        database.Write(session =>
        {
            foreach (var identifier in identifiers)
            {
                session.Execute("INSERT INTO erasure (workspace, identifier, erased_at) VALUES ($workspace, $identifier, $at) ON CONFLICT DO NOTHING",
                    ("$workspace", workspace), ("$identifier", identifier.Value), ("$at", clock.GetCurrentInstant()));
            }
        });

    /// <summary>The erased identifiers of a workspace.</summary>
    public IReadOnlySet<Key> Of(string workspace) =>
        database.Read(session => session.Query("SELECT identifier FROM erasure WHERE workspace = $workspace",
            row => new Key(row.GetInt64(0)), ("$workspace", workspace))).ToHashSet();
}
