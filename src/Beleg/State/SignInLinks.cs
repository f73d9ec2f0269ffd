using NodaTime;

namespace Beleg.State;

/// <summary>Links that open the door once.</summary>
public sealed class SignInLinks
{
    private static readonly Duration Lifetime = Duration.FromMinutes(15);
    private readonly StateDatabase database;
    private readonly IClock clock;

    internal SignInLinks(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>A secret that signs a person in once, within 15 minutes. Kept as a hash.</summary>
    public string Create(long user)
    {
        var secret = Tokens.New();
        var now = clock.GetCurrentInstant();
        database.Write(session =>
        {
            session.Execute("DELETE FROM sign_in_link WHERE expires_at <= $now", ("$now", now));
            session.Execute("INSERT INTO sign_in_link (hash, user, expires_at) VALUES ($hash, $user, $expires)",
                ("$hash", Tokens.Hash(secret)), ("$user", user), ("$expires", now + Lifetime));
        });
        return secret;
    }

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
}
