using Beleg.Keys;
using Beleg.State.Settings;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>Who changed which setting of a workspace when and why. Reasons are sealed: people write names into them.</summary>
public sealed class SettingChanges
{
    /// <summary>Characters of a reason at most.</summary>
    public const int MaxReason = 500;

    private readonly StateDatabase database;
    private readonly KeyRing keys;
    private readonly IClock clock;

    internal SettingChanges(StateDatabase database, KeyRing keys, IClock clock) => (this.database, this.keys, this.clock) = (database, keys, clock);

    /// <summary>Every change of a workspace's settings, the latest first.</summary>
    public IReadOnlyList<SettingChange> Of(string workspace) => database.Read(session => session.Query(
        "SELECT id, key, before, after, author, reason_sealed, changed_at FROM setting_change WHERE workspace = $workspace ORDER BY id DESC",
        row => Map(workspace, row), ("$workspace", workspace)));

    /// <summary>Notes what differs between two settings, within the transaction that changes them.</summary>
    internal void Record(StateSession session, string workspace, WorkspaceSettings before, WorkspaceSettings after, string author, string reason)
    {
        foreach (var (key, old, own) in SettingsCatalogue.Changes(before, after))
        {
            var id = session.First("SELECT coalesce(max(id), 0) + 1 FROM setting_change", row => row.GetInt64(0));
            session.Execute(
                """
                INSERT INTO setting_change (id, workspace, key, before, after, author, reason_sealed, changed_at)
                VALUES ($id, $workspace, $key, $before, $after, $author, $reason, $at)
                """,
                ("$id", id), ("$workspace", workspace), ("$key", key), ("$before", old), ("$after", own), ("$author", author),
                ("$reason", keys.Of(workspace).SealText(reason, Context(id))), ("$at", clock.GetCurrentInstant()));
        }
    }

    private SettingChange Map(string workspace, SqliteDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
        keys.Of(workspace).OpenText(row.BytesOrNull(5)!, Context(row.GetInt64(0))), row.InstantAt(6));

    private static string Context(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"setting\u001f{id}");
}
