namespace Beleg.App.Hosting;

/// <summary>
/// HEAD answers as GET does, without the body, wherever there is a GET: monitors, mail programs and link checkers ask by it before anybody looks.
/// What a look is counted for, such as the views of a shared link, asks here whether it was one.
/// </summary>
internal static class HeadRequests
{
    private static readonly object asked = new();

    /// <summary>Hands a HEAD on as the GET it stands for; the web server itself sends no body in answer to a HEAD, whatever is written.</summary>
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        // A tagged link writes down by which method it was asked for: a HEAD is no click.
        if (HttpMethods.IsHead(http.Request.Method) && !http.Request.Path.StartsWithSegments("/r", StringComparison.Ordinal))
        {
            http.Items[asked] = true;
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    /// <summary>Whether nobody sees the answer: it was asked for by HEAD.</summary>
    public static bool IsHead(HttpContext http) => http.Items.ContainsKey(asked);
}
