namespace Beleg.App.Dashboard;

/// <summary>The cookie that holds a session's secret: no script reads it, no other site sends it along with a form.</summary>
internal static class SessionCookie
{
    private const string Name = "beleg_session";
    private static readonly TimeSpan lifetime = TimeSpan.FromDays(14);

    public static string? Read(HttpContext http) => http.Request.Cookies[Name];

    public static void Set(HttpContext http, string secret) => http.Response.Cookies.Append(Name, secret, Options(http, lifetime));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
