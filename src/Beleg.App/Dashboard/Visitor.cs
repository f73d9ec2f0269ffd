using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Reports.Growth;
using Beleg.State;
using Microsoft.AspNetCore.Antiforgery;

namespace Beleg.App.Dashboard;

/// <summary>Who looks at a page, and how they want it; one for each request.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor, IAntiforgery antiforgery, Installation data)
{
    private const string TongueCookie = "beleg_lang";
    private readonly HttpContext http = accessor.HttpContext!;
    private (User? Account, Rights Rights)? known;
    private bool hasTongue;

    /// <summary>The language: the address's, else the one chosen before, else what the browser prefers.</summary>
    public Tongue Tongue { get; private set; } = Tongue.English;

    /// <summary>Title of the page, without the product's name.</summary>
    public string Title { get; set; } = "";

    /// <summary>Whoever is signed in; null before.</summary>
    public User? Account => Known.Account;

    /// <summary>What they may do, as it stands at this request.</summary>
    public Rights Rights => Known.Rights;

    /// <summary>Their role in the workspace that the address names; null where it names none of theirs.</summary>
    public Role? Role => http.Request.RouteValues["workspace"] is string workspace ? Rights.In(workspace) : null;

    /// <summary>Whether they may write in this workspace, and know its people.</summary>
    public bool MayEdit => Role >= State.Role.Editor;

    /// <summary>Whether they may change what this workspace rests on.</summary>
    public bool MayAdminister => Role >= State.Role.Admin;

    /// <summary>What this workspace booked, where a page of it was reached.</summary>
    public BookedScope Scope { get; set; } = BookedScope.Everything;

    /// <summary>Reads what the workspace of the address booked.</summary>
    /// <exception cref="Warehouse.WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task ReadScopeAsync()
    {
        if (http.Request.RouteValues["workspace"] is string name && data.State.Workspaces.Find(name) is not null)
            Scope = await data.Open(name).ScopeAsync(http.RequestAborted);
    }

    /// <summary>Whether they are shown a report: whoever advises a client sees all of them, the client what is booked.</summary>
    public bool Shows(ReportSection section) => MayEdit || Scope.Has(section);

    private (User? Account, Rights Rights) Known => known ??= Recognise();

    /// <summary>The request.</summary>
    public HttpRequest Request => http.Request;

    /// <summary>What the page's address narrows it to, where the page has read that; its links carry it on.</summary>
    public Filters.PageFilters? Filters { get; set; }

    /// <summary>Path of the page, for links to it; where this answers a form, of the page that the form stands on.</summary>
    public string Path => Security.Policy.PageOf(http);

    /// <summary>Whether a code in the address asks for a message ("?said=source-added").</summary>
    public string? Said => http.Request.Query["said"];

    /// <summary>The query of the request without what is said once, for links that keep the filters; empty where there is none.</summary>
    public string Query => QueryString.Create(http.Request.Query.Where(part => part.Key is not ("said" or "lang")).SelectMany(part => part.Value, (part, text) => new KeyValuePair<string, string?>(part.Key, text))).ToUriComponent();

    /// <summary>Whoever asks, their language chosen.</summary>
    public static Visitor Of(HttpContext http)
    {
        var visitor = http.RequestServices.GetRequiredService<Visitor>();
        visitor.ChooseTongue();
        return visitor;
    }

    /// <summary>The hidden field that proves a form is ours.</summary>
    public (string Name, string Value) FormToken()
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return (tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>What stands in a form of the page: where this answers the form itself it was not taken, and what was typed stays.</summary>
    /// <param name="action">Where the form leads, without a query.</param>
    /// <param name="id">What it is about, where several of the same lead there.</param>
    public TypedForm Typed(string action, string? id = null) => new(
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.Request.Path == action && http.Request.Form["id"].ToString() == (id ?? "") ? http.Request.Form : null);

    /// <summary>What the form that this answers is about; empty where it says nothing of that.</summary>
    public string SentId => HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? http.Request.Form["id"].ToString() : "";

    /// <summary>What somebody did wrong, in their language.</summary>
    public string Mistake(Exception mistake) => Tongue[MistakeWords.Of(mistake.Message)];

    /// <summary>The address of this page with one part of its query changed; null takes it out.</summary>
    public string With(string name, string? value)
    {
        var kept = http.Request.Query
            .Where(part => !part.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && part.Key is not "said")
            .SelectMany(part => part.Value, (part, text) => new KeyValuePair<string, string?>(part.Key, text))
            .Concat(value is null ? [] : [new KeyValuePair<string, string?>(name, value)]);
        return Path + QueryString.Create(kept).ToUriComponent();
    }

    // Decides the language, and remembers one chosen in the address.
    private void ChooseTongue()
    {
        if (hasTongue)
            return;
        hasTongue = true;
        if (Tongue.Find(http.Request.Query["lang"]) is { } chosen)
        {
            Tongue = chosen;
            // A program that asks for a report in a language chooses nothing for the pages.
            if (http.Request.Path.StartsWithSegments("/api"))
                return;
            http.Response.Cookies.Append(TongueCookie, chosen.Code, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
            });
            return;
        }

        Tongue = Tongue.Find(http.Request.Cookies[TongueCookie]) ?? Tongue.Prefer(http.Request.Headers.AcceptLanguage);
    }

    private (User? Account, Rights Rights) Recognise()
    {
        var account = SessionCookie.Read(http) is { } secret ? data.State.Sessions.Find(secret) : null;
        return (account, account is null ? Rights.None : data.State.Roles.Of(account.Id));
    }
}
