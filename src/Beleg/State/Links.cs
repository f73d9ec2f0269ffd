using System.Security.Cryptography;
using System.Text.Json;
using Beleg.Keys;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>Tagged links. A target is checked when the link is made and never taken from a request.</summary>
public sealed class Links
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648 base 32, lower case
    private const int CodeLength = 26; // 130 bits
    private const int MaxTargetLength = 2048;
    private const string Select = "SELECT code, workspace, target, channel, flow, branch, campaign, step, account_id, message_sealed, contact_param, recipient_sealed, created_at FROM link";

    private readonly StateDatabase database;
    private readonly Workspaces workspaces;
    private readonly KeyRing keys;
    private readonly IClock clock;

    internal Links(StateDatabase database, Workspaces workspaces, KeyRing keys, IClock clock) =>
        (this.database, this.workspaces, this.keys, this.clock) = (database, workspaces, keys, clock);

    /// <summary>Makes a link.</summary>
    /// <exception cref="UserErrorException">Its target is no http(s) address on one of the workspace's domains.</exception>
    public Link Create(string workspace, NewLink link) => Create(workspace, [link])[0];

    /// <summary>Makes many, all or none: one for each recipient of a campaign.</summary>
    /// <exception cref="UserErrorException">A target is no http(s) address on one of the workspace's domains.</exception>
    public IReadOnlyList<Link> Create(string workspace, IReadOnlyList<NewLink> links)
    {
        var settings = (workspaces.Find(workspace) ?? throw new UserErrorException($"There is no workspace {workspace}.")).Settings;
        foreach (var link in links)
            RequireTarget(link.Target, settings.LinkDomains);
        var now = clock.GetCurrentInstant();
        var made = links.Select(link => new Link(RandomNumberGenerator.GetString(Alphabet, CodeLength), workspace, link, now)).ToList();
        database.Write(session =>
        {
            foreach (var link in made)
                Insert(session, link);
        });
        return made;
    }

    /// <summary>A link; null where the code is unknown.</summary>
    public Link? Find(string code) =>
        code.Length == CodeLength ? database.Read(session => session.First($"{Select} WHERE code = $code", Map, ("$code", code))) : null;

    /// <summary>The links of a workspace, newest first.</summary>
    public IReadOnlyList<Link> List(string workspace, int most) =>
        database.Read(session => session.Query($"{Select} WHERE workspace = $workspace ORDER BY created_at DESC, rowid DESC LIMIT $most", Map, ("$workspace", workspace), ("$most", most)));

    /// <summary>Forgets whom links were made for and in which message they stood, when that person is erased; the links go on working. Says how many.</summary>
    public int Forget(string workspace, Func<NewLink, bool> isErased)
    {
        return database.Write(session =>
        {
            var codes = session.Query($"{Select} WHERE workspace = $workspace AND (recipient_sealed IS NOT NULL OR message_sealed IS NOT NULL)", Map, ("$workspace", workspace))
                .Where(link => isErased(link.Made)).Select(link => link.Code).ToList();
            foreach (var code in codes)
                session.Execute("UPDATE link SET recipient_sealed = NULL, message_sealed = NULL WHERE code = $code", ("$code", code));
            return codes.Count;
        });
    }

    /// <summary>Seals the message ids that an older version kept in clear.</summary>
    internal void SealMessages()
    {
        var inClear = database.Read(session => session.Query("SELECT code, workspace, message_id FROM link WHERE message_id IS NOT NULL", row => (row.GetString(0), row.GetString(1), row.GetString(2))));
        if (inClear.Count == 0)
            return;
        database.Write(session =>
        {
            foreach (var (code, workspace, message) in inClear)
                session.Execute("UPDATE link SET message_id = NULL, message_sealed = $sealed WHERE code = $code", ("$sealed", keys.Of(workspace).SealText(message, MessageContext(code))), ("$code", code));
        });
        database.Settle();
    }

    private static void RequireTarget(string target, IReadOnlyList<string> domains)
    {
        if (target.Length > MaxTargetLength || !Uri.TryCreate(target, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.UserInfo.Length > 0)
            throw new UserErrorException("A link leads to an absolute http or https address without user name, of at most 2048 characters.");
        if (!domains.Any(domain => uri.IdnHost == domain || uri.IdnHost.EndsWith("." + domain, StringComparison.Ordinal)))
            throw new UserErrorException($"{uri.IdnHost} is not among the domains that links may lead to: add it to the setting link_domains.");
    }

    private void Insert(StateSession session, Link link) =>
        session.Execute(
            """
            INSERT INTO link (code, workspace, target, channel, flow, branch, campaign, step, account_id, message_sealed, contact_param, recipient_sealed, created_at)
            VALUES ($code, $workspace, $target, $channel, $flow, $branch, $campaign, $step, $account, $message, $param, $recipient, $at)
            """,
            ("$code", link.Code), ("$workspace", link.Workspace), ("$target", link.Made.Target), ("$channel", link.Made.Channel), ("$flow", link.Made.Flow),
            ("$branch", link.Made.Branch), ("$campaign", link.Made.Campaign), ("$step", link.Made.Step), ("$account", link.Made.AccountId),
            ("$message", link.Made.MessageId is { } message ? keys.Of(link.Workspace).SealText(message, MessageContext(link.Code)) : null),
            ("$param", link.Made.ContactParameter), ("$recipient", Seal(link)), ("$at", link.CreatedAt));

    private byte[]? Seal(Link link) => link.Made.Recipient is { } recipient
        ? keys.Of(link.Workspace).SealText(JsonSerializer.Serialize(recipient, StateJson.Default.LinkRecipient), Context(link.Code))
        : null;

    private Link Map(SqliteDataReader row)
    {
        var (code, workspace) = (row.GetString(0), row.GetString(1));
        var made = new NewLink
        {
            Target = row.GetString(2),
            Channel = row.TextOrNull(3),
            Flow = row.TextOrNull(4),
            Branch = row.TextOrNull(5),
            Campaign = row.TextOrNull(6),
            Step = row.TextOrNull(7),
            AccountId = row.TextOrNull(8),
            MessageId = row.BytesOrNull(9) is { } message ? keys.Of(workspace).OpenText(message, MessageContext(code)) : null,
            ContactParameter = row.TextOrNull(10),
            Recipient = row.BytesOrNull(11) is { } recipient
                ? JsonSerializer.Deserialize(keys.Of(workspace).OpenText(recipient, Context(code)), StateJson.Default.LinkRecipient)
                : null,
        };
        return new Link(code, workspace, made, row.InstantAt(12));
    }

    private static string MessageContext(string code) => $"link message\u001f{code}";

    private static string Context(string code) => $"link recipient\u001f{code}";
}
