using System.Globalization;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Dashboard;

/// <summary>People and their roles: added, changed, invited again, removed, and what was done.</summary>
internal static class PeoplePages
{
    private const int MostChanges = 200;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/people", door.SignedIn(request => DrawAsync(request, null, null)));
        routes.MapPost("/people", door.Form(AddAsync));
        routes.MapPost("/people/{person}/role", door.Form(request => ActAsync(request, "role", user =>
            request.Data.State.Roles.Give(user.Id, request.Optional("workspace"), Wanted(request), request.User!.Email))));
        routes.MapPost("/people/{person}/link", door.Form(InviteAsync));
        routes.MapPost("/people/{person}/remove", door.Form(request => ActAsync(request, "removed", user => request.Data.State.Roles.Remove(user.Id, request.User!.Email))));
    }

    /// <summary>A link that lets a person in for the first time, or again.</summary>
    public static string Invite(Hosting.Installation data, User user, Uri server) => new Uri(server, SignInEndpoints.WelcomePath(data.State.SignInLinks.Invite(user.Id))).ToString();

    private static Task AddAsync(PageRequest request)
    {
        try
        {
            var role = Wanted(request) ?? throw new UserErrorException(request.Tongue[Texts.RoleHead]);
            // TRICKY: "email" is a field of the sign-in page, where this form waits when the session has ended.
            var (state, email) = (request.Data.State, request.Field("person_email"));
            var user = state.Users.Add(email, request.Optional("name") ?? email.Split('@')[0]);
            state.Roles.Give(user.Id, request.Optional("workspace"), role, request.User!.Email);
            return InviteAsync(request, user);
        }
        catch (UserErrorException mistake)
        {
            return DrawAsync(request, request.Visitor.Mistake(mistake), null);
        }
    }

    private static Task InviteAsync(PageRequest request) => InviteAsync(request, PersonOf(request));

    // Shown in the answer itself: in an address it would lie in histories and logs.
    private static Task InviteAsync(PageRequest request, User user) =>
        DrawAsync(request, null, (user.Email, Invite(request.Data, user, request.Data.PublicUrl!)));

    private static Task ActAsync(PageRequest request, string said, Action<User> act)
    {
        try
        {
            act(PersonOf(request));
        }
        catch (UserErrorException mistake)
        {
            return DrawAsync(request, request.Visitor.Mistake(mistake), null);
        }

        request.Http.Response.Redirect("/people?said=" + said);
        return Task.CompletedTask;
    }

    private static User PersonOf(PageRequest request) =>
        long.TryParse(request.Route("person"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && request.Data.State.Users.Find(id) is { } user ? user : throw new NotHereException();

    private static Role? Wanted(PageRequest request) =>
        request.Field("role") is "none" ? null : Roles.Find(request.Field("role")) ?? throw new UserErrorException("role: viewer, editor, admin or none.");

    private static Task DrawAsync(PageRequest request, string? mistake, (string, string)? link)
    {
        var state = request.Data.State;
        var roles = state.Roles.All();
        request.Visitor.Title = request.Tongue[Texts.People];
        return PageDoor.DrawAsync<PeoplePage>(
            request.Http,
            new
            {
                Model = new PeopleModel
                {
                    Rows = [.. state.Users.List().Select(user => (user, roles.GetValueOrDefault(user.Id, Rights.None)))],
                    Workspaces = [.. state.Workspaces.List().Select(workspace => workspace.Name)],
                    Changes = state.Roles.Changes(MostChanges),
                    Self = request.User!.Id,
                    Link = link,
                    Mistake = mistake,
                },
            },
            mistake is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
