using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>
/// Counts of requests that were turned away at the door. Counting costs no disk access, so that nobody can busy the disk by knocking;
/// counts are written at <see cref="Flush"/>. Thread-safe.
/// </summary>
public sealed class DoorCounts
{
    private readonly StateDatabase database;
    private readonly IClock clock;
    private readonly ConcurrentDictionary<(string Workspace, string Source, string Reason), (long Count, Instant LastAt)> waiting = new();

    internal DoorCounts(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Counts one.</summary>
    /// <param name="workspace">An existing workspace.</param>
    /// <param name="source">An existing source of it; never a name from the request that is unknown.</param>
    /// <param name="reason">A stable code.</param>
    public void Count(string workspace, string source, string reason)
    {
        var now = clock.GetCurrentInstant();
        waiting.AddOrUpdate((workspace, source, reason), (1, now), (_, so) => (so.Count + 1, now));
    }

    /// <summary>Writes what was counted since the last time. Call it each second or so. What a full disk does not take waits for the next time.</summary>
    public void Flush()
    {
        var taken = new List<((string Workspace, string Source, string Reason) Key, (long Count, Instant LastAt) Counted)>();
        foreach (var key in waiting.Keys)
        {
            if (waiting.TryRemove(key, out var counted))
                taken.Add((key, counted));
        }

        if (taken.Count == 0)
            return;
        try
        {
            Write(taken);
        }
        catch (SqliteException)
        {
            foreach (var (key, counted) in taken)
                waiting.AddOrUpdate(key, counted, (_, later) => (later.Count + counted.Count, later.LastAt));
        }
    }

    private void Write(List<((string Workspace, string Source, string Reason) Key, (long Count, Instant LastAt) Counted)> taken) =>
        database.Write(session =>
        {
            foreach (var (key, counted) in taken)
            {
                session.Execute(
                    """
                    INSERT INTO turned_away (workspace, source, reason, count, last_at) VALUES ($workspace, $source, $reason, $count, $at)
                    ON CONFLICT (workspace, source, reason) DO UPDATE SET count = count + excluded.count, last_at = excluded.last_at
                    """,
                    ("$workspace", key.Workspace), ("$source", key.Source), ("$reason", key.Reason), ("$count", counted.Count), ("$at", counted.LastAt));
            }
        });

    /// <summary>What was turned away from a workspace, by source and reason, up to now.</summary>
    public IReadOnlyList<TurnedAway> List(string workspace)
    {
        Flush();
        var written = database.Read(session => session.Query(
            "SELECT source, reason, count, last_at FROM turned_away WHERE workspace = $workspace",
            row => new TurnedAway(row.GetString(0), row.GetString(1), row.GetInt64(2), row.InstantAt(3)), ("$workspace", workspace)));
        var unwritten = waiting.Where(one => one.Key.Workspace == workspace).Select(one => new TurnedAway(one.Key.Source, one.Key.Reason, one.Value.Count, one.Value.LastAt));
        return
        [
            .. written.Concat(unwritten).GroupBy(one => (one.Source, one.Reason))
                .Select(same => new TurnedAway(same.Key.Source, same.Key.Reason, same.Sum(one => one.Count), same.Max(one => one.LastAt)))
                .OrderBy(one => one.Source, StringComparer.Ordinal).ThenBy(one => one.Reason, StringComparer.Ordinal),
        ];
    }
}
