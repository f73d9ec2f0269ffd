using Beleg.App.Acts;
using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.App.Dashboard;

/// <summary>What the programme is worth, and the books it rests on: read, and written by forms that end in the journal.</summary>
internal static class RoiPages
{
    private static readonly FilterOffer offer = new(PageFilters.Dimensions, Compares: true);

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        const string page = "/w/{workspace}/roi";
        routes.MapGet(page, door.SignedIn(request => ShowAsync(request, null, StatusCodes.Status200OK)));
        routes.MapPost(page + "/costs", door.Form(request => ActAsync(request, "costs", CostAsync)));
        routes.MapPost(page + "/assumptions", door.Form(request => ActAsync(request, "assumptions", AssumeAsync)));
        routes.MapPost(page + "/hypotheses", door.Form(request => ActAsync(request, "hypotheses", ExpectAsync)));
    }

    private static async Task ShowAsync(PageRequest request, string? mistake, int status)
    {
        var workspace = request.Workspace();
        var asked = AskedPeriod.Of(request, workspace, offer);
        var report = await workspace.RoiAsync(asked.Request, request.Http.RequestAborted);
        request.Visitor.Title = request.Tongue[Texts.Roi];
        await PageDoor.DrawAsync<RoiPage>(
            request.Http,
            new
            {
                Model = new ProgrammeModel
                {
                    Workspace = workspace.Name,
                    Zone = workspace.Zone,
                    Currency = workspace.Currency,
                    Asked = asked,
                    Today = workspace.Today,
                    Writes = new FigureText(request.Tongue, workspace.Currency),
                    Report = report,
                    Sensitivity = asked.Request.Filters.Count > 0 ? null : await Beleg.Reports.Sensitivity.SensitivityReader.ReadAsync(
                        OpenWorkspace.Engine, workspace.Warehouse, workspace.MetricSettings, asked.Request.Period, EvidenceBasis.Conservative, request.Http.RequestAborted),
                    Calculator = CalculatorModel.Of(request.Query, report, workspace.Currency, request.Tongue),
                    Metrics = [.. MetricCatalogue.Default.All.Where(metric => metric.IsDue)],
                    Mistake = mistake,
                },
            },
            status);
    }

    // The place on the page that the form stood at is where one lands again.
    private static async Task ActAsync(PageRequest request, string place, Func<PageRequest, LedgerActs, Task> act)
    {
        var workspace = request.Workspace();
        try
        {
            await act(request, new LedgerActs(new ActBook(request.Data, workspace, request.User!.Email)));
        }
        catch (UserErrorException mistake)
        {
            await ShowAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
            return;
        }

        request.Http.Response.Redirect($"/w/{workspace.Name}/roi{(request.Visitor.Query is { Length: > 0 } kept ? kept + "&" : "?")}said=saved#{place}");
    }

    private static Task CostAsync(PageRequest request, LedgerActs acts) => acts.CostAsync(
        request.Optional("id"),
        new NewCost(
            request.Field("kind"), request.Optional("recurrence"), request.Day("from"), request.Day("to"), request.Number("amount")?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            request.Optional("currency"), request.Optional("flow"), request.Optional("campaign"), request.Optional("channel"), request.Field("human").Length > 0),
        request.Optional("reason"), request.Http.RequestAborted);

    private static Task AssumeAsync(PageRequest request, LedgerActs acts) => acts.AssumeAsync(
        request.Field("id"),
        new NewAssumption(
            request.Number("value"), request.Number("low"), request.Number("high"), request.Optional("unit"), request.Optional("basis"), request.Optional("owner"), request.Optional("approver"), request.Day("valid_from")),
        request.Optional("reason"), request.Http.RequestAborted);

    private static Task ExpectAsync(PageRequest request, LedgerActs acts) => acts.ExpectAsync(
        request.Optional("id"),
        new NewHypothesis(
            request.Field("statement"), request.Optional("statement_de"), request.Field("metric"), request.Number("baseline"), request.Number("target"), request.Day("from"), request.Day("due"), request.Optional("owner"), request.Field("closed").Length > 0),
        request.Optional("reason"), request.Http.RequestAborted);
}
