using Beleg.App.Api;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>The months and their proofs; each proof is a page of its own that prints on one sheet.</summary>
internal static class ProofPages
{
    private const int Most = 13;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/proof", door.SignedIn(ShowListAsync));
        routes.MapGet("/w/{workspace}/proof/{month}", door.SignedIn(ShowOneAsync));
        routes.MapGet("/w/{workspace}/proof/{month}/pdf", door.SignedIn(PrintAsync));
        routes.MapPost("/w/{workspace}/proof/{month}", door.Form(FreezeAsync));
        routes.MapGet("/w/{workspace}/proof/{month}/edit", door.SignedIn(ProofEditPages.ShowAsync));
        routes.MapPost("/w/{workspace}/proof/{month}/edit", door.Form(ProofEditPages.SaveAsync));
        routes.MapGet("/w/{workspace}/shares", door.SignedIn(SharePages.ShowAsync));
        routes.MapPost("/w/{workspace}/shares", door.Form(SharePages.MakeAsync));
        routes.MapGet("/w/{workspace}/shares/{share}", door.SignedIn(SharePages.ShowViewsAsync));
        routes.MapPost("/w/{workspace}/shares/{share}/revoke", door.Form(SharePages.RevokeAsync));
        routes.MapGet("/share/{token}", door.Anyone(SharedPages.ShowAsync));
        routes.MapGet("/share/{token}/metrics/{metric}", door.Anyone(SharedPages.ShowOneAsync));
        routes.MapGet("/verify", door.Anyone(VerifyPages.AskAsync));
        routes.MapPost("/verify", door.OpenForm(VerifyPages.CheckAsync));
        routes.MapGet("/verify/{hash}", door.Anyone(VerifyPages.ShowAsync));
    }

    public static Task ShowListAsync(PageRequest request) => DrawListAsync(request, null);

    private static Task DrawListAsync(PageRequest request, string? mistake)
    {
        var workspace = request.Workspace();
        var proofs = new Proofs(request.Data, workspace);
        var (months, _, _) = Months.Of(workspace, null);
        request.Visitor.Title = request.Tongue[Texts.Proof];
        return PageDoor.DrawAsync<ProofListPage>(request.Http, new
        {
            Model = new ProofListModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Rows = [.. months.Take(Most).Select(month => Row(proofs, month))],
                Mistake = mistake,
            },
        }, mistake is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    public static async Task ShowOneAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var proofs = new Proofs(request.Data, workspace);
        var proof = request.Query("draft") is null
            ? await proofs.ReadAsync(MonthOf(request), request.Http.RequestAborted)
            : Reports.ProofPacks.ProofDocument.Draft(await proofs.DraftAsync(MonthOf(request), request.Http.RequestAborted));
        await ReportEndpoints.WriteHtmlAsync(request.Http, proof, request.Tongue.Writes);
    }

    /// <summary>The month as a PDF; where there is no Chromium, a page that says so and leads to the same sheet.</summary>
    public static async Task PrintAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var proof = await new Proofs(request.Data, workspace).ReadAsync(MonthOf(request), request.Http.RequestAborted);
        if (await ReportEndpoints.SendPdfAsync(request.Http, request.Http.RequestServices.GetRequiredService<ProofPrints>(), proof, request.Tongue.Writes) is not { } reason)
            return;
        request.Visitor.Title = request.Tongue[Texts.ProofNoPdf];
        await PageDoor.DrawAsync<NoPdfPage>(request.Http, new { Workspace = workspace.Name, Month = request.Route("month"), Reason = reason }, StatusCodes.Status503ServiceUnavailable);
    }

    public static async Task FreezeAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        try
        {
            await new Proofs(request.Data, workspace).PublishAsync(MonthOf(request), request.Http.RequestAborted);
            request.Http.Response.Redirect($"/w/{workspace.Name}/proof?said=frozen");
        }
        catch (UserErrorException mistake)
        {
            await DrawListAsync(request, request.Visitor.Mistake(mistake));
        }
    }

    private static ProofRow Row(Proofs proofs, Period month)
    {
        var history = proofs.History(month.From.ToYearMonth());
        var latest = history.Count == 0 ? null : history[^1];
        return new ProofRow(month, Months.Code(month), proofs.IsOver(month.From.ToYearMonth()), latest?.PublishedAt, latest?.Hash, history.Count, proofs.Edits(month.From.ToYearMonth()).Count);
    }

    /// <summary>The month that the address names.</summary>
    internal static YearMonth MonthOf(PageRequest request) =>
        YearMonthPattern.Iso.Parse(request.Route("month")) is { Success: true } parsed ? parsed.Value : throw new NotHereException();
}
