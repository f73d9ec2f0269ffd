using System.Text;
using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Reports;
using Beleg.Reports.Printing;
using Beleg.Reports.ProofPacks;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Api;

/// <summary>Proofs for programs and for whoever has the link and a session: JSON, HTML and PDF of one frozen snapshot, edits, and publishing.</summary>
internal sealed class ReportEndpoints(Installation data, ProofPrints prints)
{
    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/api/{workspace}/reports/proof-pack/{file}", door.Read(ShowAsync));
        routes.MapPost("/api/{workspace}/reports/proof-pack/{month}/edits", door.Admin(EditAsync));
        routes.MapPost("/api/{workspace}/reports/proof-pack/{month}/publish", door.Admin(PublishAsync));
    }

    private async Task ShowAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (((string)http.Request.RouteValues["file"]!).Split('.', 2) is not [var name, var format] || YearMonthPattern.Iso.Parse(name) is not { Success: true } month)
        {
            await Problem.NotFound("Name a month and a form, such as 2026-09.json, 2026-09.html or 2026-09.pdf.").WriteAsync(http);
            return;
        }

        var proofs = new Proofs(data, workspace);
        var proof = http.Request.Query["hash"].ToString() is { Length: > 0 } hash
            ? proofs.Find(hash) is { } found && found.Proof.Month == month.Value ? found : null
            : await proofs.ReadAsync(month.Value, http.RequestAborted);
        if (proof is null)
        {
            await Problem.NotFound("No proof of that month has this hash.").WriteAsync(http);
            return;
        }

        var language = ReportLanguage.Of(http.Request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : workspace.Settings.Language);
        await (format switch
        {
            "json" => FigureEndpoints.WriteAsync(http, Encoding.UTF8.GetBytes(proof.ToJson())),
            "html" => WriteHtmlAsync(http, proof, language),
            "pdf" => WritePdfAsync(http, proof, language),
            _ => Problem.NotFound("There are .json, .html and .pdf.").WriteAsync(http),
        });
    }

    private async Task EditAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (MonthOf(http) is not { } month)
        {
            await Problem.NotFound("Name a month such as 2026-09.").WriteAsync(http);
            return;
        }

        ProofEditRequest? asked;
        try
        {
            asked = await http.Request.ReadFromJsonAsync<ProofEditRequest>(ReportJson.Compact, http.RequestAborted);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            asked = null;
        }

        if (asked is not { Author: { } author, Texts: { Count: > 0 } texts } || string.IsNullOrWhiteSpace(author))
        {
            await Problem.BadRequest("""Send JSON such as {"author": "Ada", "texts": {"wins.1.text": {"en": "…", "de": "…"}}}.""").WriteAsync(http);
            return;
        }

        var changed = await new Proofs(data, workspace).EditAsync(month, author.Trim(), texts.ToDictionary(t => t.Key, t => (t.Value?.En ?? "", t.Value?.De ?? "")), http.RequestAborted);
        await FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(new { changed }));
    }

    private async Task PublishAsync(HttpContext http, OpenWorkspace workspace)
    {
        if (MonthOf(http) is not { } month)
        {
            await Problem.NotFound("Name a month such as 2026-09.").WriteAsync(http);
            return;
        }

        await FigureEndpoints.WriteAsync(http, Encoding.UTF8.GetBytes((await new Proofs(data, workspace).PublishAsync(month, http.RequestAborted, endLinks: http.Request.Query["end_links"] == "true")).ToJson()));
    }

    private async Task WritePdfAsync(HttpContext http, ProofDocument proof, ReportLanguage language)
    {
        if (await SendPdfAsync(http, prints, proof, language) is { } reason)
            await Problem.CannotPrint($"{reason} The same page as HTML: {http.Request.Path.Value!.Replace(".pdf", ".html", StringComparison.Ordinal)}").WriteAsync(http);
    }

    /// <summary>Sends a proof as a PDF.</summary>
    /// <returns>Why it cannot be printed, with nothing sent; null where it was.</returns>
    public static async Task<string?> SendPdfAsync(HttpContext http, ProofPrints prints, ProofDocument proof, ReportLanguage language)
    {
        byte[]? pdf;
        try
        {
            pdf = await prints.PrintAsync(proof, language, PaperOf(http), http.RequestAborted);
        }
        catch (PrintFailedException failed)
        {
            return failed.Message;
        }

        if (pdf is null)
            return Chromium.Missing;
        http.Response.ContentType = "application/pdf";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{proof.Proof.Workspace}-{YearMonthPattern.Iso.Format(proof.Proof.Month)}.pdf\"";
        await http.Response.Body.WriteAsync(pdf, http.RequestAborted);
        return null;
    }

    /// <summary>Sends a proof as a page of its own, under the policy that it needs.</summary>
    public static Task WriteHtmlAsync(HttpContext http, ProofDocument proof, ReportLanguage language)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        var html = ProofHtml.Render(proof, language, PaperOf(http));
        http.Response.Headers.ContentSecurityPolicy = ProofHtml.PolicyOf(html);
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), http.RequestAborted).AsTask();
    }

    private static YearMonth? MonthOf(HttpContext http) => YearMonthPattern.Iso.Parse((string)http.Request.RouteValues["month"]!) is { Success: true } month ? month.Value : null;

    // Letter where America prints.
    private static Paper PaperOf(HttpContext http) => string.Equals(http.Request.Query["paper"], "letter", StringComparison.OrdinalIgnoreCase) ? Paper.Letter : Paper.A4;
}
