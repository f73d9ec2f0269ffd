using System.Collections.Concurrent;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>Keys of the API: <c>beleg_SCOPE_RANDOM</c>, kept as SHA-256. Checks come from memory; thread-safe.</summary>
public sealed class ApiKeys
{
    private const string Select = "SELECT id, workspace, prefix, label, scope, browser, created_at, last_used_at, revoked_at, hash FROM api_key";
    private const int RandomShown = 6;
    private static readonly Duration UseGrain = Duration.FromMinutes(1);

    private readonly StateDatabase database;
    private readonly IClock clock;
    private readonly ConcurrentDictionary<string, ApiKey> byHash = new(StringComparer.Ordinal);

    internal ApiKeys(StateDatabase database, IClock clock)
    {
        (this.database, this.clock) = (database, clock);
        foreach (var (hash, key) in database.Read(session => session.Query(Select, row => (row.Bytes(9), Map(row)))))
            byHash[Convert.ToHexString(hash)] = key;
    }

    /// <summary>Makes a key. The second part of the answer is the key itself; it is kept nowhere.</summary>
    /// <param name="workspace">The workspace it belongs to.</param>
    /// <param name="scope">What it may do.</param>
    /// <param name="isBrowser">Whether it will stand in a public page.</param>
    /// <param name="label">What its owner calls it.</param>
    /// <exception cref="UserErrorException">A browser key is to do more than write.</exception>
    public (ApiKey Key, string Secret) Create(string workspace, KeyScope scope, bool isBrowser = false, string label = "")
    {
        if (isBrowser && scope != KeyScope.Write)
            throw new UserErrorException("A browser key stands in public pages, so it can only have the scope write.");
        var start = $"beleg_{Code(scope)}_";
        var random = Tokens.New();
        var (secret, prefix) = (start + random, start + random[..RandomShown]);
        var hash = Tokens.Hash(secret);
        var key = database.Write(session => session.First(
            """
            INSERT INTO api_key (workspace, hash, prefix, label, scope, browser, created_at)
            VALUES ($workspace, $hash, $prefix, $label, $scope, $browser, $at)
            RETURNING id, workspace, prefix, label, scope, browser, created_at, last_used_at, revoked_at
            """,
            Map,
            ("$workspace", workspace), ("$hash", hash), ("$prefix", prefix), ("$label", label), ("$scope", Code(scope)), ("$browser", isBrowser), ("$at", clock.GetCurrentInstant())))!;
        byHash[Convert.ToHexString(hash)] = key;
        return (key, secret);
    }

    /// <summary>The valid key that a request shows; null where it is unknown or revoked. Notes its use.</summary>
    public ApiKey? Check(string secret)
    {
        var hash = Convert.ToHexString(Tokens.Hash(secret));
        if (!byHash.TryGetValue(hash, out var key) || key.RevokedAt is not null)
            return null;
        var now = clock.GetCurrentInstant();
        if (key.LastUsedAt is not { } last || now - last >= UseGrain)
            Note(hash, key, now);
        return key;
    }

    /// <summary>The keys of a workspace, newest first, revoked ones too.</summary>
    public IReadOnlyList<ApiKey> List(string workspace) =>
        [.. byHash.Values.Where(key => key.Workspace == workspace).OrderByDescending(key => key.Id)];

    /// <summary>Ends a key at once; false where the workspace has no such valid key.</summary>
    public bool Revoke(string workspace, long id)
    {
        var now = clock.GetCurrentInstant();
        var revoked = database.Write(session => session.Execute(
            "UPDATE api_key SET revoked_at = $at WHERE id = $id AND workspace = $workspace AND revoked_at IS NULL",
            ("$at", now), ("$id", id), ("$workspace", workspace)));
        foreach (var (hash, key) in byHash.Where(pair => pair.Value.Id == id && pair.Value.Workspace == workspace && pair.Value.RevokedAt is null))
            byHash[hash] = key with { RevokedAt = now };
        return revoked > 0;
    }

    // TRICKY: only whoever wins the swap writes, and a key revoked meanwhile is not put back.
    private void Note(string hash, ApiKey key, Instant now)
    {
        if (!byHash.TryUpdate(hash, key with { LastUsedAt = now }, key))
            return;
        try
        {
            database.Write(session => session.Execute("UPDATE api_key SET last_used_at = $at WHERE id = $id", ("$at", now), ("$id", key.Id)));
        }
        catch (SqliteException)
        {
            // A full disk is said by readiness; that the time of a use is not written is no reason to refuse the use.
        }
    }

    private static ApiKey Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Scope(row.GetString(4)), row.GetBoolean(5),
        row.InstantAt(6), row.InstantOrNull(7), row.InstantOrNull(8));

    private static string Code(KeyScope scope) => scope switch
    {
        KeyScope.Write => "write",
        KeyScope.Read => "read",
        KeyScope.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    private static KeyScope Scope(string code) => code switch
    {
        "write" => KeyScope.Write,
        "read" => KeyScope.Read,
        "admin" => KeyScope.Admin,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No scope."),
    };
}
