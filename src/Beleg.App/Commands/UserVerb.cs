using System.CommandLine;
using Beleg.App.Dashboard;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Commands;

/// <summary>user add, list, role, remove, history: who may sign in, and what each may do. Passwords are chosen by a sign-in link, never said here.</summary>
internal static class UserVerb
{
    /// <summary>Who changes roles from a shell: it has no name that could be trusted.</summary>
    public const string Author = "command line";

    private const int MostChanges = 1_000;
    private const string Named = "viewer|editor|admin";

    private static readonly Argument<string> email = new("EMAIL") { Description = "Whom." };
    private static readonly Argument<string> role = new("ROLE") { Description = "viewer, editor or admin; none takes it." };
    private static readonly Option<string> first = new("--role") { Description = "What the person may do: viewer reads figures, editor writes too, admin does everything.", HelpName = Named, Required = true };
    private static readonly Option<string?> workspace = new("--workspace") { Description = "In this workspace only; in all without it.", HelpName = "WS" };
    private static readonly Option<string?> name = new("--name") { Description = "As shown.", HelpName = "TEXT" };

    public static Command Build() => new("user", "Add and remove people, and give them roles.")
    {
        new Verb("add", "Add a person and print a link that lets them in once, within three days.") { Runs = Add, Arguments = { email }, Options = { first, workspace, name } },
        new Verb("list", "List people with their roles.") { Runs = List },
        new Verb("role", "Give a person a role in all workspaces or in one; it holds at once.") { Runs = Give, Arguments = { email, role }, Options = { workspace } },
        new Verb("remove", "Remove a person; every session ends.") { Runs = Remove, Arguments = { email } },
        new Verb("history", "List who was given which role by whom, the latest first.") { Runs = History },
    };

    private static Task<int> Add(CommandContext context, CancellationToken cancellationToken)
    {
        var (state, address) = (context.Data.State, context.Get(email));
        var given = RoleOf(context.Get(first)!) ?? throw new UserErrorException($"--role: say {Named}.");
        var place = PlaceOf(context);
        var user = state.Users.Add(address, context.Get(name) is { Length: > 0 } said ? said : address.Split('@')[0]);
        state.Roles.Give(user.Id, place, given, Author);
        var link = PeoplePages.Invite(context.Data, user, context.ServerAddress);
        if (context.Json)
            context.WriteJson(new { email = user.Email, role = Roles.Code(given), workspace = place, link });
        else
            context.Out.WriteLine(link);
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> List(CommandContext context, CancellationToken cancellationToken)
    {
        var roles = context.Data.State.Roles.All();
        var all = context.Data.State.Users.List().Select(user => (User: user, roles.GetValueOrDefault(user.Id, Rights.None).Grants)).ToList();
        if (context.Json)
            context.WriteJson(all.Select(one => new { email = one.User.Email, name = one.User.Name, has_password = one.User.HasPassword, roles = one.Grants.Select(grant => new { role = Roles.Code(grant.Role), workspace = grant.Workspace }) }));
        else
            foreach (var (user, grants) in all)
                context.Out.WriteLine($"{user.Email}\t{user.Name}\t{(grants.Count == 0 ? "no role" : string.Join(", ", grants.Select(grant => $"{Roles.Code(grant.Role)} of {grant.Workspace ?? "all workspaces"}")))}");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> Give(CommandContext context, CancellationToken cancellationToken)
    {
        var (user, place, given) = (PersonOf(context), PlaceOf(context), RoleOf(context.Get(role)));
        context.Data.State.Roles.Give(user.Id, place, given, Author);
        context.Out.WriteLine($"{user.Email}: {(given is { } now ? Roles.Code(now) : "no role")} of {place ?? "all workspaces"}.");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> Remove(CommandContext context, CancellationToken cancellationToken)
    {
        context.Data.State.Roles.Remove(PersonOf(context).Id, Author);
        context.Out.WriteLine("Removed.");
        return Task.FromResult(ExitCode.Done);
    }

    private static Task<int> History(CommandContext context, CancellationToken cancellationToken)
    {
        var changes = context.Data.State.Roles.Changes(MostChanges);
        if (context.Json)
            context.WriteJson(changes.Select(change => new { at = change.At, email = change.Email, role = change.Role is { } given ? Roles.Code(given) : null, workspace = change.Workspace, by = change.Author }));
        else
            foreach (var change in changes)
                context.Out.WriteLine($"{change.At}\t{change.Email}\t{(change.Role is { } given ? Roles.Code(given) : "no role")} of {change.Workspace ?? "all workspaces"}\tby {change.Author}");
        return Task.FromResult(ExitCode.Done);
    }

    private static User PersonOf(CommandContext context) => context.Data.State.Users.Find(context.Get(email))
        ?? throw new UserErrorException($"There is no person with that e-mail; see: beleg user list");

    private static string? PlaceOf(CommandContext context) => context.Get(workspace) is { Length: > 0 } wanted ? context.Data.Require(wanted).Name : null;

    private static Role? RoleOf(string said) => said == "none" ? null : Roles.Find(said) ?? throw new UserErrorException($"There is no role '{said}': say {Named}.");
}
