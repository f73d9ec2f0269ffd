using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;

namespace Beleg.App.Api;

/// <summary>For programs without a key: whether a hash is of a proof that was published here.</summary>
internal static class VerifyEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, Installation data) => routes.MapGet("/api/verify/{hash}", (HttpContext http, string hash) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return ProofCheck.Of(data.State.Snapshots, hash) is { } check
            ? FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(check, ReportJson.Compact))
            : Problem.NotFound("No proof with this hash was published here. Give all 64 hex digits, or at least the first 16.").WriteAsync(http);
    });
}
