using System.Text;
using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Reports;
using NodaTime.Text;

namespace Beleg.App.Api;

/// <summary>Proofs for programs and for whoever has the link and a session: JSON and HTML of one frozen snapshot.</summary>
internal sealed class ReportEndpoints(Installation data)
{
    public void Map(IEndpointRouteBuilder routes, ApiDoor door) =>
        routes.MapGet("/api/{workspace}/reports/proof-pack/{file}", door.Read(ShowAsync));

    private async Task ShowAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (((string)http.Request.RouteValues["file"]!).Split('.', 2) is not [var name, var format] || YearMonthPattern.Iso.Parse(name) is not { Success: true } month)
        {
            await Problem.NotFound("Name a month and a form, such as 2026-09.json or 2026-09.html.").WriteAsync(http);
            return;
        }

        if (format is not ("json" or "html"))
        {
            await Problem.NotFound("There are .json and .html; a PDF is the print of the HTML.").WriteAsync(http);
            return;
        }

        var proof = await new Proofs(data, workspace).ReadAsync(month.Value, http.RequestAborted);
        await (format == "json"
            ? FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(proof, ReportJson.Indented))
            : WriteHtmlAsync(http, proof, ReportLanguage.Of(http.Request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : workspace.Settings.Language)));
    }

    /// <summary>Sends a proof as a page of its own, under the policy that it needs.</summary>
    public static Task WriteHtmlAsync(HttpContext http, ProofDocument proof, ReportLanguage language)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = ProofHtml.ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(ProofHtml.Render(proof, language, PaperOf(http))), http.RequestAborted).AsTask();
    }

    // Letter where America prints.
    private static Paper PaperOf(HttpContext http) => string.Equals(http.Request.Query["paper"], "letter", StringComparison.OrdinalIgnoreCase) ? Paper.Letter : Paper.A4;
}
