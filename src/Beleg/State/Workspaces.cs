using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.State.Settings;
using NodaTime;

namespace Beleg.State;

/// <summary>The workspaces and their settings. Reads come from memory; thread-safe.</summary>
public sealed class Workspaces
{
    private readonly StateDatabase database;
    private readonly KeyRing keys;
    private readonly IClock clock;
    private readonly SettingChanges changes;
    private readonly ConcurrentDictionary<string, Workspace> byName = new(StringComparer.Ordinal);

    internal Workspaces(StateDatabase database, KeyRing keys, IClock clock, SettingChanges changes)
    {
        (this.database, this.keys, this.clock, this.changes) = (database, keys, clock, changes);
        foreach (var workspace in database.Read(session => session.Query("SELECT name, display_name, settings, created_at FROM workspace", row =>
            new Workspace(row.GetString(0), row.GetString(1), Read(row.GetString(2)), row.InstantAt(3)))))
            byName[workspace.Name] = workspace;
    }

    /// <summary>Makes a workspace and its keys.</summary>
    /// <param name="name">1 to 40 of a–z, 0–9 and hyphen.</param>
    /// <param name="displayName">As people call it; the name where null.</param>
    /// <param name="settings">The defaults where null.</param>
    /// <exception cref="UserErrorException">The name is taken or malformed, or settings are out of range; all problems at once.</exception>
    public Workspace Create(string name, string? displayName = null, WorkspaceSettings? settings = null)
    {
        Names.Require(name, "A workspace");
        var workspace = new Workspace(name, displayName ?? name, settings ?? new WorkspaceSettings(), clock.GetCurrentInstant());
        SettingsCatalogue.Require(workspace.Settings);
        if (byName.ContainsKey(name))
            throw new UserErrorException($"There is a workspace {name} already.");
        keys.Create(name);
        var made = database.Write(session => session.Execute(
            "INSERT INTO workspace (name, display_name, settings, created_at) VALUES ($name, $display, $settings, $at) ON CONFLICT DO NOTHING",
            ("$name", name), ("$display", workspace.DisplayName), ("$settings", Json(workspace.Settings)), ("$at", workspace.CreatedAt)));
        if (made == 0)
            throw new UserErrorException($"There is a workspace {name} already.");
        return byName[name] = workspace;
    }

    /// <summary>A workspace; null where there is none of that name.</summary>
    public Workspace? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Workspace> List() => [.. byName.Values.OrderBy(workspace => workspace.Name, StringComparer.Ordinal)];

    /// <summary>Changes how figures are made from now on. Facts that a setting shapes are folded anew by the caller.</summary>
    /// <exception cref="UserErrorException">Settings are out of range (all problems at once), or there is no such workspace.</exception>
    public Workspace Save(string name, WorkspaceSettings settings) => Save(name, settings, "Beleg", "");

    /// <summary>Changes how figures are made from now on, and keeps who did it and why.</summary>
    /// <param name="name">The workspace.</param>
    /// <param name="settings">All its settings.</param>
    /// <param name="author">Who changes them.</param>
    /// <param name="reason">Why; empty where nobody says.</param>
    /// <exception cref="UserErrorException">Settings are out of range (all problems at once), the reason is too long, or there is no such workspace.</exception>
    public Workspace Save(string name, WorkspaceSettings settings, string author, string reason)
    {
        SettingsCatalogue.Require(settings);
        if (reason.Length > SettingChanges.MaxReason)
            throw new UserErrorException($"A reason has at most {SettingChanges.MaxReason} characters; this one has {reason.Length}.");
        return Update(
            name, "UPDATE workspace SET settings = $value WHERE name = $name", Json(settings), workspace => workspace with { Settings = settings },
            (session, before) => changes.Record(session, name, before.Settings, settings, author, reason.Trim()));
    }

    /// <summary>Changes what people call it.</summary>
    /// <exception cref="UserErrorException">There is no such workspace.</exception>
    public Workspace Rename(string name, string displayName) =>
        Update(name, "UPDATE workspace SET display_name = $value WHERE name = $name", displayName, workspace => workspace with { DisplayName = displayName });

    private Workspace Update(string name, string sql, string value, Func<Workspace, Workspace> change, Action<StateSession, Workspace>? beside = null)
    {
        var changed = database.Write(session =>
        {
            var rows = session.Execute(sql, ("$value", value), ("$name", name));
            if (rows > 0 && byName.TryGetValue(name, out var before))
                beside?.Invoke(session, before);
            return rows;
        });
        if (changed == 0)
            throw new UserErrorException($"There is no workspace {name}.");
        return byName.AddOrUpdate(name, _ => throw new InvalidOperationException("A row without a workspace in memory."), (_, workspace) => change(workspace));
    }

    // TRICKY: what a record does not say is 0 or null to the generated reader, whatever the default: settings that are younger than
    // the record are laid under it first.
    private static WorkspaceSettings Read(string json)
    {
        var settings = JsonSerializer.SerializeToNode(new WorkspaceSettings(), StateJson.Default.WorkspaceSettings)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            settings[name] = value?.DeepClone();
        return settings.Deserialize(StateJson.Default.WorkspaceSettings)!;
    }

    private static string Json(WorkspaceSettings settings) => JsonSerializer.Serialize(settings, StateJson.Default.WorkspaceSettings);
}
