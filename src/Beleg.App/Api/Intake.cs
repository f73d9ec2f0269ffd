using System.Text;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Journal;
using Beleg.Sources;
using Beleg.State;
using NodaTime;

namespace Beleg.App.Api;

/// <summary>
/// The way in for webhooks: judge the raw bytes, keep them, and only then say yes. Stands before routing and everything else, since
/// it must be fast; what it needs to know is in memory.
/// </summary>
internal sealed class Intake(SourceRoutes routes, IJournal journal, DoorCounts door, Traffic traffic, IClock clock, ServeOptions options)
{
    private const string Prefix = "/in/";

    /// <summary>Answers where the address is one of sources; else hands on.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value;
        if (path is null || !path.StartsWith(Prefix, StringComparison.Ordinal))
            return next(http);
        var route = routes.Find(path.AsSpan(Prefix.Length));
        if (route is not null && HttpMethods.IsPost(http.Request.Method))
            return ReceiveAsync(http, route);
        // An answer with words in it; a mere "kept" says nothing that a browser could take for a page.
        SecurityHeaders.Set(http);
        if (route is null)
            return Problem.NotFound("No workspace has a source at this address.").WriteAsync(http);
        return HttpMethods.IsGet(http.Request.Method) ? AnswerHandshake(http, route) : NotAllowed(http);
    }

    private async Task ReceiveAsync(HttpContext http, SourceRoute route)
    {
        if (!route.Gate.TryPass(out var retryAfter))
        {
            Count(route, "rate");
            await Problem.TooMany.WriteAsync(http, retryAfter);
            return;
        }

        using var body = await RequestBody.ReadAsync(http, options.BodyTimeout);
        if (body.Problem is { } problem)
        {
            Count(route, problem.Code.Replace('-', '_'));
            await problem.WriteAsync(http);
            return;
        }

        var headers = http.Request.Headers;
        var admission = route.Provider.Admit(new IncomingRequest(name => headers.TryGetValue(name, out var value) ? value.ToString() : null, body.Bytes), route.Settings);
        if (admission.Verdict != Verdict.Accepted)
        {
            Count(route, admission.Verdict == Verdict.BadSignature ? "bad_signature" : "foreign_account");
            await Refuse(admission).WriteAsync(http);
            return;
        }

        await KeepAsync(http, route, admission.Keep, body.Bytes);
    }

    /// <summary>Keeps a judged delivery and answers; 200 means that it is on disk.</summary>
    public async ValueTask<bool> KeepAsync(HttpContext http, SourceRoute route, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        var kept = await journal.AppendAsync(new NewDelivery(route.Workspace, route.Settings.Name, clock.GetCurrentInstant(), headers, body), CancellationToken.None);
        if (kept.IsKept)
        {
            traffic.Kept();
            http.Response.StatusCode = StatusCodes.Status200OK;
            return true;
        }

        traffic.NotKept(kept);
        await Problem.Unavailable(kept.Status == AppendStatus.Full ? "Too many deliveries wait to be written." : "The journal cannot write; see /readyz.")
            .WriteAsync(http, kept.Status == AppendStatus.Full ? 1 : 10);
        return false;
    }

    /// <summary>Counts one that was turned away; nothing of it is kept.</summary>
    public void Count(SourceRoute route, string reason) => door.Count(route.Workspace, route.Settings.Name, reason);

    private static Problem Refuse(Admission admission) => admission.Verdict == Verdict.BadSignature
        ? new Problem(401, "bad-signature", "The sender is not who it says it is.", admission.Reason)
        : new Problem(403, "foreign-account", "The source does not own this account.", admission.Reason);

    private static Task AnswerHandshake(HttpContext http, SourceRoute route)
    {
        var query = http.Request.Query.ToDictionary(part => part.Key, part => part.Value.ToString(), StringComparer.Ordinal);
        if (route.Provider.AnswerHandshake(query, route.Settings) is not { } answer)
            return new Problem(403, "bad-handshake", "This is no handshake, or its token is not the source's.").WriteAsync(http);
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask();
    }

    private static Task NotAllowed(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, POST";
        return new Problem(405, "method", "Deliveries come by POST, handshakes by GET.").WriteAsync(http);
    }
}
