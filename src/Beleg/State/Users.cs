using System.Globalization;
using Beleg.Primitives;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>People who may sign in.</summary>
public sealed class Users
{
    /// <summary>NIST SP 800-63B asks for eight at least; longer ones cost nothing.</summary>
    public const int MinPasswordLength = 10;

    private const int MaxPasswordLength = 200;
    private const string Columns = "id, email, name, password_hash IS NOT NULL, created_at";
    private readonly StateDatabase database;
    private readonly IClock clock;

    internal Users(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Adds a person.</summary>
    /// <exception cref="UserErrorException">The e-mail is malformed or known already.</exception>
    public User Add(string email, string name)
    {
        var address = Normalise(email);
        if (address.Length is < 3 or > 254 || address.IndexOf('@', StringComparison.Ordinal) is <= 0 || address.EndsWith('@') || address.Any(char.IsWhiteSpace))
            throw new UserErrorException("That is no e-mail address.");
        return database.Write(session => session.First(
            $"INSERT INTO user (email, name, created_at) VALUES ($email, $name, $at) ON CONFLICT DO NOTHING RETURNING {Columns}",
            Map, ("$email", address), ("$name", name), ("$at", clock.GetCurrentInstant())))
            ?? throw new UserErrorException("There is a user with that e-mail already.");
    }

    /// <summary>A person; null where the e-mail is unknown.</summary>
    public User? Find(string email) =>
        database.Read(session => session.First($"SELECT {Columns} FROM user WHERE email = $email", Map, ("$email", Normalise(email))));

    /// <summary>A person; null where the id is unknown.</summary>
    public User? Find(long id) => database.Read(session => Find(session, id));

    /// <summary>All of them, by e-mail.</summary>
    public IReadOnlyList<User> List() => database.Read(session => session.Query($"SELECT {Columns} FROM user ORDER BY email", Map));

    /// <summary>Sets a password; every session and sign-in link of the person ends.</summary>
    /// <exception cref="UserErrorException">It is too short or too long.</exception>
    public void SetPassword(long id, string password)
    {
        if (password.Length is < MinPasswordLength or > MaxPasswordLength)
            throw new UserErrorException($"A password has {MinPasswordLength} to {MaxPasswordLength} characters.");
        var hash = Passwords.Hash(password);
        database.Write(session =>
        {
            session.Execute("UPDATE user SET password_hash = $hash WHERE id = $id", ("$hash", hash), ("$id", id));
            session.Execute("DELETE FROM session WHERE user = $id", ("$id", id));
            session.Execute("DELETE FROM sign_in_link WHERE user = $id", ("$id", id));
        });
    }

    /// <summary>The person whose password it is; null otherwise. Takes as long for an unknown e-mail as for a wrong password.</summary>
    public User? Check(string email, string password)
    {
        if (password.Length > MaxPasswordLength)
            return null;
        var (user, hash) = database.Read(session => session.First(
            $"SELECT {Columns}, password_hash FROM user WHERE email = $email", row => (Map(row), row.TextOrNull(5)), ("$email", Normalise(email))));
        var matches = Passwords.Matches(password, hash ?? Passwords.OfNobody);
        return matches && hash is not null ? user : null;
    }

    internal static User? Find(StateSession session, long id) =>
        session.First($"SELECT {Columns} FROM user WHERE id = $id", Map, ("$id", id));

    private static string Normalise(string email) => email.Trim().ToLower(CultureInfo.InvariantCulture);

    private static User Map(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.InstantAt(4));
}
