using Beleg.Primitives;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>Who may do what where. Read anew for every request, so a change holds from the next one on; each is noted for good.</summary>
public sealed class Roles
{
    private readonly StateDatabase database;
    private readonly IClock clock;

    internal Roles(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>What a person may do; nothing where the id is unknown.</summary>
    public Rights Of(long user) => new(database.Read(session => session.Query(
        "SELECT role, workspace FROM role WHERE user = $user ORDER BY workspace", Map, ("$user", user))));

    /// <summary>Of everybody who has a role, by the person's id.</summary>
    public IReadOnlyDictionary<long, Rights> All() => database.Read(session => session.Query(
            "SELECT role, workspace, user FROM role ORDER BY workspace", row => (User: row.GetInt64(2), Grant: Map(row))))
        .GroupBy(row => row.User).ToDictionary(rows => rows.Key, rows => new Rights([.. rows.Select(row => row.Grant)]));

    /// <summary>Gives a role in place of the one before, or takes it. Whoever is left without any is signed out.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="workspace">Where; null in every workspace.</param>
    /// <param name="role">Which; null takes it.</param>
    /// <param name="author">Who decides it.</param>
    /// <exception cref="UserErrorException">There is no such person or workspace, or nobody would be left who administers the installation.</exception>
    public void Give(long user, string? workspace, Role? role, string author) => database.Write(session =>
    {
        var person = Users.Find(session, user) ?? throw new UserErrorException("There is no such person.");
        if (workspace is not null && session.First("SELECT 1 FROM workspace WHERE name = $workspace", row => row.GetInt64(0), ("$workspace", workspace)) == 0)
            throw new UserErrorException($"There is no workspace {workspace}.");
        var before = session.First("SELECT role FROM role WHERE user = $user AND workspace IS $workspace", row => row.GetString(0), ("$user", user), ("$workspace", workspace));
        if (before == (role is { } given ? Code(given) : null))
            return;
        Put(session, user, workspace, role);
        Note(session, person.Email, workspace, role, author);
        RequireAdmin(session);
        if (session.First("SELECT count(*) FROM role WHERE user = $user", row => row.GetInt64(0), ("$user", user)) == 0)
            session.Execute("DELETE FROM session WHERE user = $user", ("$user", user));
    });

    /// <summary>Removes a person with all roles, sessions and sign-in links. What they wrote stays, and so does what was noted about their roles.</summary>
    /// <exception cref="UserErrorException">There is no such person, or nobody would be left who administers the installation.</exception>
    public void Remove(long user, string author) => database.Write(session =>
    {
        var person = Users.Find(session, user) ?? throw new UserErrorException("There is no such person.");
        foreach (var grant in session.Query("SELECT role, workspace FROM role WHERE user = $user ORDER BY workspace", Map, ("$user", user)))
            Note(session, person.Email, grant.Workspace, null, author);
        session.Execute("DELETE FROM user WHERE id = $user", ("$user", user));
        RequireAdmin(session);
    });

    /// <summary>What was given and taken, the latest first.</summary>
    public IReadOnlyList<RoleChange> Changes(int most) => database.Read(session => session.Query(
        "SELECT email, workspace, role, author, changed_at FROM role_change ORDER BY id DESC LIMIT $most",
        row => new RoleChange(row.GetString(0), row.TextOrNull(1), row.TextOrNull(2) is { } role ? Parse(role) : null, row.GetString(3), row.InstantAt(4)),
        ("$most", most)));

    /// <summary>A role's name in files, addresses and commands.</summary>
    public static string Code(Role role) => role switch
    {
        Role.Viewer => "viewer",
        Role.Editor => "editor",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The role of a name; null where there is none.</summary>
    public static Role? Find(string? code) => code switch { "viewer" => Role.Viewer, "editor" => Role.Editor, "admin" => Role.Admin, _ => null };

    private static void Put(StateSession session, long user, string? workspace, Role? role)
    {
        session.Execute("DELETE FROM role WHERE user = $user AND workspace IS $workspace", ("$user", user), ("$workspace", workspace));
        if (role is { } given)
            session.Execute("INSERT INTO role (user, workspace, role) VALUES ($user, $workspace, $role)", ("$user", user), ("$workspace", workspace), ("$role", Code(given)));
    }

    private void Note(StateSession session, string email, string? workspace, Role? role, string author) => session.Execute(
        "INSERT INTO role_change (email, workspace, role, author, changed_at) VALUES ($email, $workspace, $role, $author, $at)",
        ("$email", email), ("$workspace", workspace), ("$role", role is { } given ? Code(given) : null), ("$author", author), ("$at", clock.GetCurrentInstant()));

    // An installation that nobody administers could only be opened again at its machine. Before there was an admin there is nothing to lose.
    private static void RequireAdmin(StateSession session)
    {
        var (ever, now) = session.First(
            "SELECT EXISTS (SELECT 1 FROM role_change WHERE workspace IS NULL AND role = 'admin'), EXISTS (SELECT 1 FROM role WHERE workspace IS NULL AND role = 'admin')",
            row => (row.GetBoolean(0), row.GetBoolean(1)));
        if (ever && !now)
            throw new UserErrorException("Somebody must stay admin of all workspaces: make another person one first.");
    }

    private static RoleGrant Map(SqliteDataReader row) => new(Parse(row.GetString(0)), row.TextOrNull(1));

    private static Role Parse(string code) => Find(code) ?? throw new InvalidOperationException($"A role {code} is unknown.");
}
