using NodaTime;

namespace Beleg.State;

/// <summary>Who is signed in. A session is a random secret in a cookie, kept as a hash.</summary>
public sealed class Sessions
{
    private static readonly Duration Lifetime = Duration.FromDays(14);
    private readonly StateDatabase database;
    private readonly IClock clock;

    internal Sessions(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Signs a person in for 14 days.</summary>
    public string Create(long user)
    {
        var secret = Tokens.New();
        var now = clock.GetCurrentInstant();
        database.Write(session =>
        {
            session.Execute("DELETE FROM session WHERE expires_at <= $now", ("$now", now));
            session.Execute("INSERT INTO session (hash, user, created_at, expires_at) VALUES ($hash, $user, $now, $expires)",
                ("$hash", Tokens.Hash(secret)), ("$user", user), ("$now", now), ("$expires", now + Lifetime));
        });
        return secret;
    }

    /// <summary>Whose session it is; null where it is unknown, over or revoked.</summary>
    public User? Find(string secret) =>
        database.Read(session =>
        {
            var user = session.First<long?>("SELECT user FROM session WHERE hash = $hash AND expires_at > $now",
                row => row.GetInt64(0), ("$hash", Tokens.Hash(secret)), ("$now", clock.GetCurrentInstant()));
            return user is { } id ? Users.Find(session, id) : null;
        });

    /// <summary>Signs out.</summary>
    public void Revoke(string secret) =>
        database.Write(session => session.Execute("DELETE FROM session WHERE hash = $hash", ("$hash", Tokens.Hash(secret))));

    /// <summary>Signs a person out everywhere.</summary>
    public void RevokeAll(long user) =>
        database.Write(session => session.Execute("DELETE FROM session WHERE user = $user", ("$user", user)));
}
