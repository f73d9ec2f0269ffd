using NodaTime;

namespace Beleg.State;

/// <summary>Links that open the door once.</summary>
public sealed class SignInLinks
{
    private static readonly Duration lifetime = Duration.FromMinutes(15);

    /// <summary>How long an invitation holds: it goes to somebody else, by mail or messenger, who reads it when they can.</summary>
    private static readonly Duration invitationLifetime = Duration.FromDays(3);

    private readonly StateDatabase database;
    private readonly IClock clock;

    internal SignInLinks(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>A secret that signs a person in once, within 15 minutes. Kept as a hash.</summary>
    public string Create(long user) => Create(user, lifetime);

    /// <summary>A secret that lets a new person in once, within three days. Kept as a hash.</summary>
    public string Invite(long user) => Create(user, invitationLifetime);

    /// <summary>Whom the secret signs in; null where it is unknown, expired or used. Of two at once one is let in.</summary>
    public User? Redeem(string secret)
    {
        var now = clock.GetCurrentInstant();
        return database.Write(session =>
        {
            var user = session.First<long?>(
                "UPDATE sign_in_link SET used_at = $now WHERE hash = $hash AND used_at IS NULL AND expires_at > $now RETURNING user",
                row => row.GetInt64(0), ("$now", now), ("$hash", Tokens.Hash(secret)));
            return user is { } id ? Users.Find(session, id) : null;
        });
    }

    private string Create(long user, Duration holds)
    {
        var secret = Tokens.New();
        var now = clock.GetCurrentInstant();
        database.Write(session =>
        {
            session.Execute("DELETE FROM sign_in_link WHERE expires_at <= $now", ("$now", now));
            session.Execute("INSERT INTO sign_in_link (hash, user, expires_at) VALUES ($hash, $user, $expires)",
                ("$hash", Tokens.Hash(secret)), ("$user", user), ("$expires", now + holds));
        });
        return secret;
    }
}
