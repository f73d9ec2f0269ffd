using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>Published results of a workspace, each chained to the one before by its hash, and signed.</summary>
public sealed class Snapshots
{
    private const string Columns = "id, workspace, kind, month, json, hash, previous_hash, created_at, signature, public_key";

    /// <summary>64 bits: nobody finds a proof by trying.</summary>
    public const int LeastHashDigits = 16;

    private const int HashDigits = 64;
    private readonly StateDatabase database;
    private readonly SigningKeys signing;
    private readonly IClock clock;

    internal Snapshots(StateDatabase database, SigningKeys signing, IClock clock) => (this.database, this.signing, this.clock) = (database, signing, clock);

    /// <summary>Publishes a result. An equal one of that month is not published twice: the one that stands is returned.</summary>
    public FrozenSnapshot Publish(string workspace, string kind, string month, string json) =>
        database.Write(session =>
        {
            if (Latest(session, workspace, kind, month) is { } stands && stands.Json == json)
                return stands;
            var previous = session.First("SELECT hash FROM snapshot WHERE workspace = $workspace ORDER BY id DESC LIMIT 1", row => row.GetString(0), ("$workspace", workspace));
            var hash = HashOf(previous, json);
            var (signature, publicKey) = signing.Sign(session, workspace, hash);
            return session.First(
                $"""
                INSERT INTO snapshot (workspace, kind, month, json, hash, previous_hash, created_at, signature, public_key)
                VALUES ($workspace, $kind, $month, $json, $hash, $previous, $at, $signature, $key) RETURNING {Columns}
                """,
                Map,
                ("$workspace", workspace), ("$kind", kind), ("$month", month), ("$json", json), ("$hash", hash), ("$previous", previous), ("$at", clock.GetCurrentInstant()),
                ("$signature", signature), ("$key", publicKey))!;
        });

    /// <summary>The latest of a month; null where none was published.</summary>
    public FrozenSnapshot? Latest(string workspace, string kind, string month) => database.Read(session => Latest(session, workspace, kind, month));

    /// <summary>All of a month, oldest first: the later ones restate the earlier.</summary>
    public IReadOnlyList<FrozenSnapshot> History(string workspace, string kind, string month) =>
        database.Read(session => session.Query($"SELECT {Columns} FROM snapshot WHERE workspace = $workspace AND kind = $kind AND month = $month ORDER BY id",
            Map, ("$workspace", workspace), ("$kind", kind), ("$month", month)));

    /// <summary>The snapshot with a hash; null where the workspace has none such.</summary>
    public FrozenSnapshot? Find(string workspace, string hash) =>
        database.Read(session => session.First($"SELECT {Columns} FROM snapshot WHERE workspace = $workspace AND hash = $hash", Map, ("$workspace", workspace), ("$hash", hash)));

    /// <summary>The snapshot that a hash, or the beginning of one, names in any workspace; null where none does, or more than one.</summary>
    /// <param name="start">Lower-case hex; <see cref="LeastHashDigits"/> digits at least.</param>
    public FrozenSnapshot? FindByHash(string start)
    {
        if (start.Length is < LeastHashDigits or > HashDigits || !start.All(char.IsAsciiHexDigitLower))
            return null;
        var found = database.Read(session => session.Query($"SELECT {Columns} FROM snapshot WHERE hash >= $start AND hash < $end LIMIT 2", Map, ("$start", start), ("$end", start + "g")));
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Recomputes the chain and says what does not fit, a sentence each; empty when all is well.</summary>
    public IReadOnlyList<string> Verify(string workspace)
    {
        List<string> problems = [];
        string? previous = null;
        foreach (var snapshot in database.Read(session => session.Query($"SELECT {Columns} FROM snapshot WHERE workspace = $workspace ORDER BY id", Map, ("$workspace", workspace))))
        {
            if (snapshot.PreviousHash != previous)
                problems.Add($"Before snapshot {snapshot.Hash[..12]} of {snapshot.Month} one is missing or was exchanged.");
            if (HashOf(snapshot.PreviousHash, snapshot.Json) != snapshot.Hash)
                problems.Add($"Snapshot {snapshot.Hash[..12]} of {snapshot.Month} was altered.");
            else if (snapshot is { Signature: { } signature, PublicKey: { } key } && !ResultSignature.IsValid(snapshot.Hash, signature, key))
                problems.Add($"The signature of snapshot {snapshot.Hash[..12]} of {snapshot.Month} is not its own.");
            previous = snapshot.Hash;
        }

        return problems;
    }

    /// <summary>The hash of a result after another: SHA-256 over the previous hash (nothing for the first), a line feed and the JSON, all UTF-8.</summary>
    public static string HashOf(string? previousHash, string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previousHash}\n{json}")));

    private static FrozenSnapshot? Latest(StateSession session, string workspace, string kind, string month) =>
        session.First($"SELECT {Columns} FROM snapshot WHERE workspace = $workspace AND kind = $kind AND month = $month ORDER BY id DESC LIMIT 1",
            Map, ("$workspace", workspace), ("$kind", kind), ("$month", month));

    private static FrozenSnapshot Map(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.TextOrNull(6), row.InstantAt(7),
        row.BytesOrNull(8) is { } signature ? Convert.ToBase64String(signature) : null, row.BytesOrNull(9) is { } key ? Convert.ToBase64String(key) : null);
}
