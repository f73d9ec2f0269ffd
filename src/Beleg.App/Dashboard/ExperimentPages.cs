using Beleg.App.Acts;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Experiments;

namespace Beleg.App.Dashboard;

/// <summary>Experiments: the list, the form that agrees them, the page that reads them, and what people do with them.</summary>
internal static class ExperimentPages
{
    private const int MostContacts = 200;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        const string root = "/w/{workspace}/experiments";
        routes.MapGet(root, door.SignedIn(ListAsync));
        routes.MapGet(root + "/new", door.SignedIn(async request => await FormAsync(request, await ExperimentDrafts.OfAsync(request), null, null, StatusCodes.Status200OK)));
        routes.MapPost(root + "/new", door.Form(SaveAsync));
        routes.MapGet(root + "/{id}", door.SignedIn(request => ShowAsync(request, null, StatusCodes.Status200OK)));
        routes.MapGet(root + "/{id}/edit", door.SignedIn(EditAsync));
        routes.MapGet(root + "/{id}/contacts", door.SignedIn(ContactsAsync));
        routes.MapPost(root + "/{id}", door.Form(ActAsync));
    }

    private static async Task ListAsync(PageRequest request)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.ExperimentsTitle);
        await PageDoor.DrawAsync<ExperimentsPage>(request.Http, new
        {
            Frame = InsightPages.FrameOf(workspace, months, period, "experiments"),
            Lines = await StatisticsOf.ExperimentsAsync(workspace, request.Http.RequestAborted),
            Lifts = await StatisticsOf.LiftsAsync(workspace, request.Http.RequestAborted),
            Comparison = await StatisticsOf.ComparisonAsync(workspace, period, request.Http.RequestAborted),
        });
    }

    private static async Task EditAsync(PageRequest request)
    {
        var planned = await StatisticsOf.PlannedAsync(request.Workspace(), IdOf(request), request.Http.RequestAborted);
        if (planned is not { State: Sources.ExperimentState.Draft })
            throw new NotHereException();
        await FormAsync(request, NewExperiment.Of(planned.Plan), null, null, StatusCodes.Status200OK);
    }

    private static async Task FormAsync(PageRequest request, NewExperiment wanted, ExperimentDesign? design, string? mistake, int status)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.ExperimentNew);
        await PageDoor.DrawAsync<ExperimentFormPage>(
            request.Http,
            new
            {
                Frame = InsightPages.FrameOf(workspace, months, period, "experiments"),
                Wanted = wanted,
                Design = design,
                Mistake = mistake,
                Flows = FactLists.Values(workspace.Warehouse)["flow"].OfType<string>().ToList(),
                Campaigns = FactLists.Campaigns(workspace.Warehouse),
            },
            status);
    }

    private static async Task SaveAsync(PageRequest request)
    {
        // What cannot be read stands in the form as it was typed, see Visitor.Typed.
        var wanted = new NewExperiment(null, null, null);
        try
        {
            wanted = ExperimentDrafts.Of(request);
            var acts = ActsOf(request);
            if (request.Field("act") != "save")
            {
                await FormAsync(request, wanted, await acts.DesignAsync(wanted, request.Http.RequestAborted), null, StatusCodes.Status200OK);
                return;
            }

            var planned = await acts.PlanAsync(wanted, request.Optional("reason"), request.Http.RequestAborted);
            request.Http.Response.Redirect($"/w/{request.Workspace().Name}/experiments/{planned.Id}{Kept(request)}");
        }
        catch (UserErrorException mistake)
        {
            await FormAsync(request, wanted, null, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
        }
    }

    private static async Task ShowAsync(PageRequest request, string? mistake, int status)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.ExperimentsTitle);
        var answer = await StatisticsOf.ExperimentAsync(workspace, IdOf(request), Known(request.Query("metric")), request.Http.RequestAborted) ?? throw new NotHereException();
        request.Visitor.Title = answer.Id;
        await PageDoor.DrawAsync<ExperimentPage>(
            request.Http,
            new
            {
                Frame = InsightPages.FrameOf(workspace, months, period, "experiments"),
                Answer = answer,
                Mistake = mistake,
                Base = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}",
                Lifts = (await StatisticsOf.LiftsAsync(workspace, request.Http.RequestAborted)).Where(lift => lift.Experiment == answer.Id).ToList(),
            },
            status);
    }

    private static async Task ActAsync(PageRequest request)
    {
        var (id, acts, reason, stop) = (IdOf(request), ActsOf(request), request.Optional("reason"), request.Http.RequestAborted);
        try
        {
            var changed = request.Field("act") switch
            {
                "start" => await acts.StartAsync(id, reason, stop),
                "stop" => await acts.StopAsync(id, reason, stop),
                "decide" => await acts.DecideAsync(id, request.Field("decision"), request.Optional("arm"), reason, stop),
                "renew" => await acts.RenewAsync(id, reason, stop),
                _ => throw new UserErrorException("act: start, stop, decide or renew."),
            };
            request.Http.Response.Redirect($"/w/{request.Workspace().Name}/experiments/{changed.Id}{Kept(request)}");
        }
        catch (UserErrorException mistake)
        {
            await ShowAsync(request, request.Visitor.Mistake(mistake), StatusCodes.Status400BadRequest);
        }
    }

    private static async Task ContactsAsync(PageRequest request)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.ExperimentsTitle);
        var answer = await StatisticsOf.ExperimentAsync(workspace, IdOf(request), Known(request.Query("metric")), request.Http.RequestAborted);
        if (answer?.Report is not { } report)
            throw new NotHereException();
        var (rows, total) = await StatisticsOf.BehindAsync(workspace, answer, request.Query("arm"), MostContacts, request.Http.RequestAborted);
        await PageDoor.DrawAsync<ExperimentContactsPage>(request.Http, new { Frame = InsightPages.FrameOf(workspace, months, period, "experiments"), Report = report, Arm = request.Query("arm"), Rows = rows, Total = total });
    }

    // Whoever came from a finding of their own days goes back to those.
    private static string Kept(PageRequest request) =>
        Filters.PageFilters.Read(request, request.Workspace(), Months.Standard(request.Workspace())).ToQuery(("said", "saved"));

    private static ExperimentActs ActsOf(PageRequest request) => new(new ActBook(request.Data, request.Workspace(), request.User!.Email));

    // TRICKY: an experiment that nobody planned may have any id, a slash in it too.
    private static string IdOf(PageRequest request) => Api.PathParts.At(request.Http, 4);

    private static string? Known(string? metric) => metric is not null && ExperimentMetric.Find(metric) is not null ? metric : null;
}
