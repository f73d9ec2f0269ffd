using System.Buffers.Text;
using System.Security.Cryptography;
using Beleg.Keys;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Beleg.State;

/// <summary>
/// Links that show a part of a workspace to whoever has them. A link's token is its name and a signature under the workspace's key over
/// all that was agreed when it was made: it cannot be guessed, and a row that somebody altered opens nothing.
/// </summary>
public sealed class Shares
{
    /// <summary>A link for longer is a key.</summary>
    public const int MaxDays = 730;

    private const int IdBytes = 9;
    private const int SignatureBytes = 18;
    private const int MaxLabel = 120;
    private const int MaxFlow = 200;
    private const string Columns = "id, workspace, label, from_month, to_month, channel, drill_down, created_by, created_at, expires_at, revoked_at, flow";
    private readonly StateDatabase database;
    private readonly KeyRing keys;
    private readonly IClock clock;

    internal Shares(StateDatabase database, KeyRing keys, IClock clock) => (this.database, this.keys, this.clock) = (database, keys, clock);

    /// <summary>Makes a link whose scope never changes.</summary>
    /// <exception cref="UserErrorException">The months are none or the wrong way round, or it would hold for too long.</exception>
    public Share Create(string workspace, NewShare made)
    {
        if (YearMonthPattern.Iso.Parse(made.FromMonth) is not { Success: true } from || YearMonthPattern.Iso.Parse(made.ToMonth) is not { Success: true } to || from.Value.CompareTo(to.Value) > 0)
            throw new UserErrorException("Name a first and a last month such as 2026-05 and 2026-10, the first not after the last.");
        if (made.Days is < 1 or > MaxDays)
            throw new UserErrorException($"A shared link holds for 1 to {MaxDays} days.");
        if (made.Flow is { Length: 0 or > MaxFlow })
            throw new UserErrorException($"A flow's id has 1 to {MaxFlow} characters.");
        if (made.Label.Length > MaxLabel)
            throw new UserErrorException($"A label has at most {MaxLabel} characters.");
        var now = Instant.FromUnixTimeTicks(clock.GetCurrentInstant().ToUnixTimeTicks() / State.Columns.TicksPerMicrosecond * State.Columns.TicksPerMicrosecond);
        var share = new Share
        {
            Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)),
            Workspace = workspace,
            Label = made.Label,
            FromMonth = made.FromMonth,
            ToMonth = made.ToMonth,
            Channel = made.Channel,
            Flow = made.Flow,
            DrillDown = made.DrillDown,
            CreatedBy = made.CreatedBy,
            CreatedAt = now,
            ExpiresAt = now + Duration.FromDays(made.Days),
        };
        database.Write(session => session.Execute(
            $"INSERT INTO share ({Columns}) VALUES ($id, $workspace, $label, $from, $to, $channel, $drill, $by, $at, $expires, NULL, $flow)",
            ("$id", share.Id), ("$workspace", workspace), ("$label", share.Label), ("$from", share.FromMonth), ("$to", share.ToMonth), ("$channel", share.Channel),
            ("$drill", share.DrillDown), ("$by", share.CreatedBy), ("$at", share.CreatedAt), ("$expires", share.ExpiresAt), ("$flow", share.Flow)));
        return share;
    }

    /// <summary>What the link is called in an address.</summary>
    public string TokenOf(Share share) => share.Id + Base64Url.EncodeToString(SignatureOf(share));

    /// <summary>The link that a token names, open or not; null where there is none or its signature is not ours.</summary>
    public Share? Find(string token)
    {
        var idLength = Base64Url.GetEncodedLength(IdBytes);
        if (token.Length != idLength + Base64Url.GetEncodedLength(SignatureBytes))
            return null;
        var share = database.Read(session => session.First($"SELECT {Columns} FROM share WHERE id = $id", Map, ("$id", token[..idLength])));
        return share is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(TokenOf(share)), System.Text.Encoding.UTF8.GetBytes(token)) ? share : null;
    }

    /// <summary>A link of a workspace by its name; null where there is none such.</summary>
    public Share? FindById(string workspace, string id) =>
        database.Read(session => session.First($"SELECT {Columns} FROM share WHERE workspace = $workspace AND id = $id", Map, ("$workspace", workspace), ("$id", id)));

    /// <summary>A workspace's links, newest first, each with how often a person saw it and when last.</summary>
    public IReadOnlyList<(Share Share, long Views, Instant? Last)> List(string workspace) => database.Read(session => session.Query(
        $"""
        SELECT {Columns}, (SELECT count(*) FROM share_view WHERE share = share.id AND outcome = 'shown' AND reader = 'person'),
          (SELECT max(at) FROM share_view WHERE share = share.id AND outcome = 'shown' AND reader = 'person')
        FROM share WHERE workspace = $workspace ORDER BY created_at DESC, id
        """,
        row => (Map(row), row.GetInt64(12), row.InstantOrNull(13)), ("$workspace", workspace)));

    /// <summary>Ends a link at once.</summary>
    /// <returns>False where the workspace has no open link of that name.</returns>
    public bool Revoke(string workspace, string id) => database.Write(session => session.Execute(
        "UPDATE share SET revoked_at = $at WHERE workspace = $workspace AND id = $id AND revoked_at IS NULL", ("$at", clock.GetCurrentInstant()), ("$workspace", workspace), ("$id", id)) == 1);

    /// <summary>Notes a look at a link.</summary>
    public void Note(Share share, string page, string outcome, string reader) => database.Write(session => session.Execute(
        "INSERT INTO share_view (share, at, page, outcome, reader) VALUES ($share, $at, $page, $outcome, $reader)",
        ("$share", share.Id), ("$at", clock.GetCurrentInstant()), ("$page", page), ("$outcome", outcome), ("$reader", reader)));

    /// <summary>The latest looks at a link, newest first.</summary>
    public IReadOnlyList<ShareView> Views(Share share, int most) => database.Read(session => session.Query(
        "SELECT at, page, outcome, reader FROM share_view WHERE share = $share ORDER BY id DESC LIMIT $most",
        row => new ShareView(row.InstantAt(0), row.GetString(1), row.GetString(2), row.GetString(3)), ("$share", share.Id), ("$most", (long)most)));

    private byte[] SignatureOf(Share share) => keys.Of(share.Workspace).Sign(share.Scope)[..SignatureBytes];

    private static Share Map(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Workspace = row.GetString(1),
        Label = row.GetString(2),
        FromMonth = row.GetString(3),
        ToMonth = row.GetString(4),
        Channel = row.TextOrNull(5),
        DrillDown = row.GetInt64(6) != 0,
        CreatedBy = row.GetString(7),
        CreatedAt = row.InstantAt(8),
        ExpiresAt = row.InstantAt(9),
        RevokedAt = row.InstantOrNull(10),
        Flow = row.TextOrNull(11),
    };
}
