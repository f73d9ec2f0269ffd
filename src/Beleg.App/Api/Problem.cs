using Beleg.App.Dashboard;
using Beleg.App.Security;
using Beleg.Reports;
using Beleg.Reports.Growth;
using System.Globalization;
using System.Text.Json;

namespace Beleg.App.Api;

/// <summary>An RFC 9457 problem: what is wrong and what to do, never what the request held.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name; part of the problem's type.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Detail">What to do here.</param>
internal sealed record Problem(int Status, string Code, string Title, string? Detail = null)
{
    public const string ContentType = "application/problem+json";

    public static Problem BadRequest(string detail) => new(400, "bad-request", "The request cannot be carried out as given.", detail);

    public static Problem NotSignedIn { get; } = new(401, "not-signed-in", "A key or a session is needed.", "Send a key of this workspace as 'Authorization: Bearer …', or sign in.");

    public static Problem Forbidden(string detail) => new(403, "forbidden", "The key may not do this.", detail);

    public static Problem NotBooked(ReportSection section, RetainerTier booked) => new(
        403, "not-booked", "The report is not part of the booked tier.", $"'{InsightNames.Of(section).En}' belongs to the tier {InsightNames.Of(ReportPages.LeastTier(section)).En}; this workspace has booked {InsightNames.Of(booked).En}.");

    public static Problem NotFound(string detail) => new(404, "not-found", "There is no such thing here.", detail);

    public static Problem TooSlow { get; } = new(408, "too-slow", "The body took longer than 10 seconds.");

    public static Problem TooLarge { get; } = new(413, "too-large", "The body is larger than 4 MiB.");

    public static Problem TooMany { get; } = new(429, "too-many", "More requests than the rate allows.");

    public static Problem Bug { get; } = new(500, "bug", "Something in Beleg is broken; it is in the log.");

    public static Problem Unavailable(string? detail) => new(503, "unavailable", "Nothing can be kept right now.", detail);

    public static Problem CannotPrint(string detail) => new(503, "cannot-print", "There is no PDF right now; HTML and JSON hold the same.", detail);

    public static Problem Rebuilding(string detail) => new(503, "rebuilding", "The facts are being derived again from the journal.", detail);

    /// <summary>Writes the answer.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="retryAfterSeconds">When to come again; null where that would not help.</param>
    public Task WriteAsync(HttpContext http, int? retryAfterSeconds = null)
    {
        var response = http.Response;
        SecurityHeaders.Set(http);
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (retryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (Status == 401)
            response.Headers.WWWAuthenticate = "Bearer";
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(
            new { type = "urn:beleg:problem:" + Code, title = Title, status = Status, detail = Detail }, ReportJson.Compact)).AsTask();
    }
}
