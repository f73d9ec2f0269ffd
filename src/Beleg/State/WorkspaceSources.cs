using System.Collections.Concurrent;
using System.Text.Json;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.State;

/// <summary>The sources of each workspace, with their secrets. Reads come from memory, since every webhook makes one; thread-safe.</summary>
public sealed class WorkspaceSources
{
    /// <summary>The new secret and the one before it: providers go on signing with the old one while it is changed.</summary>
    public const int MaxSecrets = 2;

    private readonly StateDatabase database;
    private readonly KeyRing keys;
    private readonly IClock clock;
    private readonly ConcurrentDictionary<(string Workspace, string Name), SourceSettings> byName = new();

    internal WorkspaceSources(StateDatabase database, KeyRing keys, IClock clock)
    {
        (this.database, this.keys, this.clock) = (database, keys, clock);
        foreach (var (workspace, source) in database.Read(session => session.Query("SELECT workspace, name, settings, secrets_sealed FROM source", row =>
            (row.GetString(0), Open(row.GetString(0), row.GetString(1), row.GetString(2), row.Bytes(3))))))
            byName[(workspace, source.Name)] = source;
    }

    /// <summary>A source; null where the workspace has none of that name.</summary>
    public SourceSettings? Find(string workspace, string name) => byName.GetValueOrDefault((workspace, name));

    /// <summary>The sources of a workspace, by name.</summary>
    public IReadOnlyList<SourceSettings> List(string workspace) =>
        [.. byName.Where(pair => pair.Key.Workspace == workspace).Select(pair => pair.Value).OrderBy(source => source.Name, StringComparer.Ordinal)];

    /// <summary>Adds a source, or replaces the one of that name whole, secrets included.</summary>
    /// <exception cref="UserErrorException">Lists all that is wrong with it.</exception>
    public void Save(string workspace, SourceSettings source)
    {
        if (Problems(source) is { Count: > 0 } problems)
            throw new UserErrorException(string.Join("; ", problems) + ".");
        var settings = new StoredSource(source.Provider, source.Trust, source.AccountIds, source.Shop, source.DefaultActor, source.DefaultRegion, source.StopWords);
        var secrets = JsonSerializer.Serialize(new StoredSecrets(source.Secrets, source.VerifyToken), StateJson.Default.StoredSecrets);
        var row = keys.Of(workspace).SealText(secrets, Context(workspace, source.Name));
        database.Write(session => session.Execute(
            """
            INSERT INTO source (workspace, name, settings, secrets_sealed, created_at) VALUES ($workspace, $name, $settings, $secrets, $at)
            ON CONFLICT (workspace, name) DO UPDATE SET settings = excluded.settings, secrets_sealed = excluded.secrets_sealed
            """,
            ("$workspace", workspace), ("$name", source.Name), ("$settings", JsonSerializer.Serialize(settings, StateJson.Default.StoredSource)), ("$secrets", row), ("$at", clock.GetCurrentInstant())));
        byName[(workspace, source.Name)] = source;
    }

    /// <summary>Adds a signing secret before the others; with it the one before stays valid, older ones do not.</summary>
    /// <exception cref="UserErrorException">There is no such source, or the secret is empty.</exception>
    public void Rotate(string workspace, string name, string secret)
    {
        var source = Require(workspace, name);
        Save(workspace, source with { Secrets = [secret, .. source.Secrets.Where(old => old != secret).Take(MaxSecrets - 1)] });
    }

    /// <summary>Ends a rotation: only the newest secret stays valid.</summary>
    /// <exception cref="UserErrorException">There is no such source.</exception>
    public void EndRotation(string workspace, string name)
    {
        var source = Require(workspace, name);
        Save(workspace, source with { Secrets = [.. source.Secrets.Take(1)] });
    }

    /// <summary>Removes a source; what it delivered stays in the journal. False where there was none.</summary>
    public bool Remove(string workspace, string name)
    {
        var removed = database.Write(session => session.Execute("DELETE FROM source WHERE workspace = $workspace AND name = $name", ("$workspace", workspace), ("$name", name)));
        byName.TryRemove((workspace, name), out _);
        return removed > 0;
    }

    private static List<string> Problems(SourceSettings source)
    {
        List<string> problems = [];
        if (!Names.IsValid(source.Name))
            problems.Add($"A source's name is 1 to 40 of a-z, 0-9 and hyphen; '{source.Name}' is not");
        if (!Names.IsValid(source.Provider))
            problems.Add($"'{source.Provider}' is no provider");
        if (source.Secrets.Count > MaxSecrets)
            problems.Add($"A source has at most {MaxSecrets} secrets");
        if (source.Secrets.Any(string.IsNullOrWhiteSpace))
            problems.Add("A secret is not empty");
        if (source.AccountIds.Any(string.IsNullOrWhiteSpace))
            problems.Add("An account id is not empty");
        if (source.DefaultRegion is { } region && !(region.Length == 2 && region.All(char.IsAsciiLetterUpper)))
            problems.Add($"A region is two capital letters such as DE; '{region}' is not");
        return problems;
    }

    private SourceSettings Require(string workspace, string name) =>
        Find(workspace, name) ?? throw new UserErrorException($"The workspace {workspace} has no source {name}.");

    private SourceSettings Open(string workspace, string name, string settings, byte[] secretsSealed)
    {
        var stored = JsonSerializer.Deserialize(settings, StateJson.Default.StoredSource)!;
        var secrets = JsonSerializer.Deserialize(keys.Of(workspace).OpenText(secretsSealed, Context(workspace, name)), StateJson.Default.StoredSecrets)!;
        return new SourceSettings
        {
            Name = name,
            Provider = stored.Provider,
            Trust = stored.Trust,
            AccountIds = stored.AccountIds,
            Shop = stored.Shop,
            DefaultActor = stored.DefaultActor,
            DefaultRegion = stored.DefaultRegion,
            StopWords = stored.StopWords,
            Secrets = secrets.Secrets,
            VerifyToken = secrets.VerifyToken,
        };
    }

    private static string Context(string workspace, string name) => $"source secrets\u001f{workspace}\u001f{name}";
}
