using System.Net;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Primitives;
using Beleg.State;

namespace Beleg.App.Dashboard;

/// <summary>The way in: a link that works once, then e-mail and password; and the way out.</summary>
internal static class SignInEndpoints
{
    /// <summary>Where a sign-in link leads.</summary>
    public static string WelcomePath(string secret) => "/welcome/" + secret;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/sign-in", door.Anyone(request => ShowSignIn(request, null, null)));
        routes.MapPost("/sign-in", door.OpenForm(SignIn));
        routes.MapGet("/welcome/{token}", door.Anyone(request => ShowWelcome(request, request.Route("token"), null)));
        routes.MapPost("/welcome", door.OpenForm(Welcome));
        routes.MapPost("/sign-out", door.Form(SignOut));
    }

    private static Task ShowSignIn(PageRequest request, string? mistake, string? email, int status = StatusCodes.Status200OK)
    {
        request.Visitor.Title = request.Tongue[Texts.SignIn];
        var back = request.Http.Request.HasFormContentType ? request.Field("return") : request.Query("return");
        return PageDoor.DrawAsync<SignInPage>(request.Http, new { Mistake = mistake, Email = email, Return = back }, status);
    }

    private static Task ShowWelcome(PageRequest request, string token, string? mistake, int status = StatusCodes.Status200OK)
    {
        request.Visitor.Title = request.Tongue[Texts.WelcomeTitle];
        return PageDoor.DrawAsync<WelcomePage>(request.Http, new { Mistake = mistake, Token = token }, status);
    }

    private static Task SignIn(PageRequest request)
    {
        var (state, email) = (request.Data.State, request.Field("email"));
        string[] subjects = [email, AddressOf(request.Http)];
        if (subjects.Select(state.Throttle.WaitOf).Max() is { } wait)
        {
            request.Http.Response.Headers.RetryAfter = ((long)wait.TotalSeconds + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ShowSignIn(request, request.Tongue.Say(Texts.TooManyTries, Print.Span(request.Tongue, (decimal)wait.TotalMilliseconds)), email, StatusCodes.Status429TooManyRequests);
        }

        if (state.Users.Check(email, request.Http.Request.Form["password"].ToString()) is not { } user)
        {
            foreach (var subject in subjects)
                state.Throttle.Fail(subject);
            return ShowSignIn(request, request.Tongue[Texts.WrongSignIn], email, StatusCodes.Status401Unauthorized);
        }

        state.Throttle.Succeed(email);
        return Enter(request, user, request.Field("return"));
    }

    // The link is spent by the form, not by its address: a mail program that looks ahead must not use it up.
    private static Task Welcome(PageRequest request)
    {
        var (state, token, password) = (request.Data.State, request.Field("token"), request.Http.Request.Form["password"].ToString());
        if (password.Length < Users.MinPasswordLength)
            return ShowWelcome(request, token, request.Tongue.Say(Texts.PasswordRule, Users.MinPasswordLength), StatusCodes.Status400BadRequest);
        if (state.SignInLinks.Redeem(token) is not { } user)
            return ShowSignIn(request, request.Tongue[Texts.LinkSpent], null, StatusCodes.Status401Unauthorized);
        try
        {
            state.Users.SetPassword(user.Id, password);
        }
        catch (UserErrorException mistake)
        {
            return ShowSignIn(request, mistake.Message, null, StatusCodes.Status400BadRequest);
        }

        return Enter(request, user, null);
    }

    private static Task Enter(PageRequest request, User user, string? back)
    {
        SessionCookie.Set(request.Http, request.Data.State.Sessions.Create(user.Id));
        // Only a path of our own: never another site, also not as "//elsewhere" or "/\elsewhere".
        var own = back is { Length: > 1 } && back[0] == '/' && back[1] is not ('/' or '\\') && !back.Any(char.IsControl);
        request.Http.Response.Redirect(own ? back! : "/");
        return Task.CompletedTask;
    }

    private static Task SignOut(PageRequest request)
    {
        if (SessionCookie.Read(request.Http) is { } secret)
            request.Data.State.Sessions.Revoke(secret);
        SessionCookie.Remove(request.Http);
        request.Http.Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }

    private static string AddressOf(HttpContext http) => (http.Connection.RemoteIpAddress ?? IPAddress.None).ToString();
}
