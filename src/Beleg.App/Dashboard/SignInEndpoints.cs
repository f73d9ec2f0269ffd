using System.Net;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Primitives;
using Beleg.State;
using Microsoft.AspNetCore.Antiforgery;

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

    /// <summary>
    /// Whoever is not signed in is led to the door. What they typed into a form of ours meanwhile is not lost: it waits at the door, and is sent once
    /// they are in.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="page">Where they come out.</param>
    public static async Task LeadToTheDoorAsync(HttpContext http, string page)
    {
        if (http.Request.HasFormContentType && await IsOursAsync(http) && KeptForm.Of(http.Request.Form) is { } kept)
        {
            var visitor = Visitor.Of(http);
            visitor.Title = visitor.Tongue[Texts.SignIn];
            await PageDoor.DrawAsync<SignInPage>(http, new { Return = page, Kept = kept with { Act = http.Request.Path + http.Request.QueryString } }, StatusCodes.Status401Unauthorized);
            return;
        }

        http.Response.Redirect("/sign-in" + QueryString.Create("return", page));
    }

    private static async Task<bool> IsOursAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            // A body that cannot be read is nobody's form.
            return false;
        }
    }

    private static Task ShowSignIn(PageRequest request, string? mistake, string? email, int status = StatusCodes.Status200OK)
    {
        request.Visitor.Title = request.Tongue[Texts.SignIn];
        var isForm = request.Http.Request.HasFormContentType;
        return PageDoor.DrawAsync<SignInPage>(
            request.Http, new { Mistake = mistake, Email = email, Return = isForm ? request.Field("return") : request.Query("return"), Kept = isForm ? KeptForm.AtTheDoor(request.Http.Request.Form) : null }, status);
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
            return ShowSignIn(request, request.Visitor.Mistake(mistake), null, StatusCodes.Status400BadRequest);
        }

        return Enter(request, user, null);
    }

    private static Task Enter(PageRequest request, User user, string? back)
    {
        SessionCookie.Set(request.Http, request.Data.State.Sessions.Create(user.Id));
        if (request.Optional(KeptForm.ActField) is { } act && IsOwn(act))
        {
            // The form that waited goes on to where it was meant for, as it was: 307 keeps method and fields.
            request.Http.Response.Redirect(act, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }

        request.Http.Response.Redirect(IsOwn(back) ? back! : "/");
        return Task.CompletedTask;
    }

    // Only a path of our own: never another site, also not as "//elsewhere" or "/\elsewhere".
    private static bool IsOwn(string? path) => path is { Length: > 1 } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl);

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
