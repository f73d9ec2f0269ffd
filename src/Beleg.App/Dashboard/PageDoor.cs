using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Primitives;
using Beleg.Warehouse;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Beleg.App.Dashboard;

/// <summary>How a page is shown and a form taken. Who may come this far is decided at the gate before; here, whether a form came from us.</summary>
internal sealed class PageDoor(Installation data, IAntiforgery antiforgery)
{
    private static readonly string[] forPrograms = ["/api", "/v1", "/in"];

    /// <summary>A page for anyone.</summary>
    public RequestDelegate Anyone(Func<PageRequest, Task> show) => http => ShowAsync(Enter(http), show);

    /// <summary>A page for people with an account: the gate has let them in.</summary>
    public RequestDelegate SignedIn(Func<PageRequest, Task> show) => http =>
        Enter(http) is { User: not null } request ? ShowAsync(request, asked => ShowBookedAsync(asked, show)) : throw new InvalidOperationException("A page for people with an account stands before the gate.");

    /// <summary>A form of ours, sent by whoever is signed in.</summary>
    public RequestDelegate Form(Func<PageRequest, Task> take) => SignedIn(request => CheckedAsync(request, take));

    /// <summary>A form of ours that needs no session: the way in.</summary>
    public RequestDelegate OpenForm(Func<PageRequest, Task> take) => Anyone(request => CheckedAsync(request, take));

    /// <summary>Draws a page.</summary>
    public static Task DrawAsync<TPage>(HttpContext http, object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status }.ExecuteAsync(http);
    }

    private PageRequest Enter(HttpContext http)
    {
        var visitor = Visitor.Of(http);
        return new PageRequest(http, visitor, visitor.Account, data);
    }

    private async Task CheckedAsync(PageRequest request, Func<PageRequest, Task> take)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(request.Http);
        }
        catch (AntiforgeryValidationException wrong)
        {
            // TRICKY: a body that cannot be read at all is told as a wrong token, too.
            if (wrong.InnerException is BadHttpRequestException or InvalidDataException)
                throw wrong.InnerException;
            request.Visitor.Title = request.Tongue[Language.Texts.FormExpiredTitle];
            // A token lives as long as the server. What comes from a page of ours waits to be sent again; from elsewhere it is no form of ours.
            if (request.User is not null && IsOfThisSite(request.Http.Request) && KeptForm.Of(request.Http.Request.Form) is { } kept)
            {
                await DrawAsync<ResendPage>(request.Http, new { Kept = kept with { Act = request.Http.Request.Path + request.Http.Request.QueryString } }, StatusCodes.Status400BadRequest);
                return;
            }

            await DrawAsync<MessagePage>(request.Http, new { Title = Language.Texts.FormExpiredTitle, Text = Language.Texts.FormExpired }, StatusCodes.Status400BadRequest);
            return;
        }

        await take(request);
    }

    // Said by the browser itself; no page elsewhere can make it say so.
    private static bool IsOfThisSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin" || request.Headers.Origin == $"{request.Scheme}://{request.Host}";

    // A client is shown the reports of the tier that is booked; the links of every page keep to it, too.
    private async Task ShowBookedAsync(PageRequest request, Func<PageRequest, Task> show)
    {
        var section = ReportPages.Of(request.Http);
        try
        {
            await request.Visitor.ReadScopeAsync();
        }
        catch (WarehouseUnavailableException) when (section is null || request.Visitor.MayEdit)
        {
            // What is booked decides nothing here; a page that needs the facts says itself that they are being rebuilt.
        }

        await (section is { } report && !request.Visitor.Shows(report) ? ForbiddenPages.ShowBeyondAsync(request.Http, data, report) : show(request));
    }

    private static async Task ShowAsync(PageRequest request, Func<PageRequest, Task> show)
    {
        try
        {
            await show(request);
        }
        catch (NotHereException)
        {
            await NotFoundAsync(request.Http);
        }
        catch (Filters.PlainAddressException plain)
        {
            request.Http.Response.Redirect(plain.Address);
        }
        catch (WarehouseUnavailableException)
        {
            request.Visitor.Title = request.Tongue[Language.Texts.RebuildingTitle];
            request.Http.Response.Headers.RetryAfter = "10";
            await DrawAsync<MessagePage>(request.Http, new { Title = Language.Texts.RebuildingTitle, Text = Language.Texts.RebuildingText }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Whether a browser asked for a page or sent a form: it gets a page also when something fails.</summary>
    public static bool IsForAPerson(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsPost(http.Request.Method)) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !Array.Exists(forPrograms, start => http.Request.Path.StartsWithSegments(start));

    /// <summary>Something in a request was not as it should be.</summary>
    public static Task RefusedAsync(HttpContext http, Exception refusal)
    {
        var visitor = Visitor.Of(http);
        var isLarge = refusal is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
        var title = isLarge ? Language.Texts.TooLargeTitle : Language.Texts.UnreadableTitle;
        visitor.Title = visitor.Tongue[title];
        var said = refusal is UserErrorException ? Language.MistakeWords.Of(refusal.Message) : isLarge ? Language.Texts.TooLargeText : Language.Texts.UnreadableText;
        return DrawAsync<MessagePage>(http, new { Title = title, Text = said, Kind = "error" }, isLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
    }

    /// <summary>A bug of ours, said so that somebody can go on.</summary>
    public static Task FailedAsync(HttpContext http)
    {
        var visitor = Visitor.Of(http);
        visitor.Title = visitor.Tongue[Language.Texts.FailedTitle];
        return DrawAsync<MessagePage>(http, new { Title = Language.Texts.FailedTitle, Text = Language.Texts.FailedText, Kind = "error" }, StatusCodes.Status500InternalServerError);
    }

    /// <summary>There is no such page, workspace or thing.</summary>
    public static Task NotFoundAsync(HttpContext http)
    {
        var visitor = Visitor.Of(http);
        visitor.Title = visitor.Tongue[Language.Texts.NotFoundTitle];
        return DrawAsync<MessagePage>(http, new { Title = Language.Texts.NotFoundTitle, Text = Language.Texts.NotFoundText }, StatusCodes.Status404NotFound);
    }
}
