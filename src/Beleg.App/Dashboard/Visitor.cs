using Beleg.App.Dashboard.Language;
using Microsoft.AspNetCore.Antiforgery;

namespace Beleg.App.Dashboard;

/// <summary>Who looks at a page, and how they want it; one for each request.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor, IAntiforgery antiforgery)
{
    private const string TongueCookie = "beleg_lang";
    private readonly HttpContext http = accessor.HttpContext!;

    /// <summary>The language: the address's, else the one chosen before, else what the browser prefers.</summary>
    public Tongue Tongue { get; private set; } = Tongue.English;

    /// <summary>Title of the page, without the product's name.</summary>
    public string Title { get; set; } = "";

    /// <summary>Name of whoever is signed in; null before.</summary>
    public string? User { get; set; }

    /// <summary>Path of the request, for links to the same page.</summary>
    public string Path => http.Request.Path;

    /// <summary>Whether a code in the address asks for a message ("?said=source-added").</summary>
    public string? Said => http.Request.Query["said"];

    /// <summary>The query of the request without what is said once, for links that keep the filters; empty where there is none.</summary>
    public string Query => QueryString.Create(http.Request.Query.Where(part => part.Key is not ("said" or "lang")).SelectMany(part => part.Value, (part, text) => new KeyValuePair<string, string?>(part.Key, text))).ToUriComponent();

    /// <summary>The hidden field that proves a form is ours.</summary>
    public (string Name, string Value) FormToken()
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return (tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>Decides the language, and remembers one chosen in the address.</summary>
    public void ChooseTongue()
    {
        if (Tongue.Find(http.Request.Query["lang"]) is { } chosen)
        {
            Tongue = chosen;
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

    /// <summary>The address of this page with one part of its query changed; null takes it out.</summary>
    public string With(string name, string? value)
    {
        var kept = http.Request.Query
            .Where(part => !part.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && part.Key is not "said")
            .SelectMany(part => part.Value, (part, text) => new KeyValuePair<string, string?>(part.Key, text))
            .Concat(value is null ? [] : [new KeyValuePair<string, string?>(name, value)]);
        return http.Request.Path + QueryString.Create(kept).ToUriComponent();
    }
}
