using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Warehouse;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Beleg.App.Dashboard;

/// <summary>How a page is shown and a form taken. Who may come this far is decided at the gate before; here, whether a form came from us.</summary>
internal sealed class PageDoor(Installation data, IAntiforgery antiforgery)
{
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
        catch (AntiforgeryValidationException)
        {
            request.Visitor.Title = request.Tongue[Language.Texts.FormExpiredTitle];
            await DrawAsync<MessagePage>(request.Http, new { Title = Language.Texts.FormExpiredTitle, Text = Language.Texts.FormExpired }, StatusCodes.Status400BadRequest);
            return;
        }

        await take(request);
    }

    // A client is shown the reports of the tier that is booked; the links of every page keep to it, too.
    private async Task ShowBookedAsync(PageRequest request, Func<PageRequest, Task> show)
    {
        var section = ReportPages.Of(request.Http);
        if (request.Http.Request.RouteValues["workspace"] is string name && data.State.Workspaces.Find(name) is not null)
        {
            try
            {
                request.Visitor.Scope = await data.Open(name).ScopeAsync(request.Http.RequestAborted);
            }
            catch (WarehouseUnavailableException) when (section is null || request.Visitor.MayEdit)
            {
                // What is booked decides nothing here; a page that needs the facts says itself that they are being rebuilt.
            }
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

    /// <summary>Whether a browser asked for a page: it gets one also when something fails.</summary>
    public static bool IsForAPerson(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/api");

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
