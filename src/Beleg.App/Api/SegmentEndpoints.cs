using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Beleg.App.Hosting;

namespace Beleg.App.Api;

/// <summary>The Segment HTTP API: POST /v1/{track,identify,page,alias,group,batch} with a write key.</summary>
internal sealed class SegmentEndpoints(WriteKeys keys, Intake intake, ServeOptions options)
{
    private static readonly string[] calls = ["track", "identify", "page", "screen", "alias", "group", "batch"];
    private static readonly byte[] success = "{\"success\":true}"u8.ToArray();

    /// <summary>The header under which the journal keeps which call it was; the body alone does not always say.</summary>
    public const string CallHeader = "x-beleg-call";

    private static Problem BadKey { get; } =
        new(401, "bad-write-key", "The write key is missing or unknown.", "Send it as the user of basic auth, with an empty password.");

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var call in calls)
        {
            var keep = new Dictionary<string, string>(StringComparer.Ordinal) { [CallHeader] = call };
            routes.MapPost("/v1/" + call, http => ReceiveAsync(http, keep));
            routes.MapMethods("/v1/" + call, [HttpMethods.Options], Preflight);
        }
    }

    private async Task ReceiveAsync(HttpContext http, Dictionary<string, string> keep)
    {
        AllowAnyPage(http);
        var key = BasicUser(http.Request.Headers.Authorization);
        if (key is not null && keys.Find(key) is null)
        {
            await BadKey.WriteAsync(http);
            return;
        }

        using var body = await RequestBody.ReadAsync(http, options.BodyTimeout);
        if (body.Problem is { } problem)
        {
            await problem.WriteAsync(http);
            return;
        }

        if (!TryUnpack(http, body.Bytes, out var json, out var refusal))
        {
            await refusal!.WriteAsync(http);
            return;
        }

        key ??= KeyInBody(json.Span);
        if (key is null || keys.Find(key) is not { } route)
        {
            await BadKey.WriteAsync(http);
            return;
        }

        if (!route.Gate.TryPass(out var retryAfter))
        {
            intake.Count(route, "rate");
            await Problem.TooMany.WriteAsync(http, retryAfter);
            return;
        }

        if (!await intake.KeepAsync(http, route, keep, json))
            return;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = success.Length;
        await http.Response.Body.WriteAsync(success);
    }

    private static bool TryUnpack(HttpContext http, ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> json, out Problem? refusal)
    {
        (json, refusal) = (body, null);
        var encoding = http.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        {
            refusal = new Problem(415, "encoding", "Only gzip is unpacked.");
            return false;
        }

        try
        {
            using var packed = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);
                // TRICKY: 4 MiB of gzip can hold 4 GiB of zeros; the limit counts what comes out.
                if (unpacked.Length > RequestBody.MaxBytes)
                {
                    refusal = Problem.TooLarge;
                    return false;
                }
            }

            json = unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
            return true;
        }
        catch (InvalidDataException)
        {
            refusal = Problem.BadRequest("The body says gzip but is none.");
            return false;
        }
    }

    private static string? BasicUser(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = authorization.AsSpan("Basic ".Length).Trim();
        Span<byte> plain = stackalloc byte[256];
        if (encoded.Length > 300 || !Convert.TryFromBase64Chars(encoded, plain, out var length))
            return null;
        var colon = plain[..length].IndexOf((byte)':');
        return Encoding.UTF8.GetString(plain[..(colon < 0 ? length : colon)]);
    }

    // Browser libraries put the key into the body, since a page cannot set the header without a preflight.
    private static string? KeyInBody(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals("writeKey"u8);
                reader.Read();
                if (found)
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
        }

        return null;
    }

    // Any page may hold a browser key, and a key is all that counts here: no cookie is read, so every origin may ask.
    private static void AllowAnyPage(HttpContext http)
    {
        if (http.Request.Headers.Origin.Count == 0)
            return;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static Task Preflight(HttpContext http)
    {
        AllowAnyPage(http);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.AccessControlAllowMethods = "POST";
        http.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, content-encoding";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
