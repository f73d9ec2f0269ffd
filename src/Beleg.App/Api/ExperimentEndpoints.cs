using System.Globalization;
using System.Text.Json;
using Beleg.App.Acts;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Experiments;
using NodaTime;

namespace Beleg.App.Api;

/// <summary>Experiments for programs: planned, sized, started, assigned, read, stopped, decided. Reading and assignment need a read key, acts an admin key.</summary>
internal sealed class ExperimentEndpoints(Installation data)
{
    private const string Root = "/api/{workspace}/experiments";
    private const int LongestContact = 512;

    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet(Root, door.Read(async (http, workspace) => await WriteAsync(http, await StatisticsOf.ExperimentsAsync(workspace, http.RequestAborted))));
        routes.MapPost(Root, door.Admin(PlanAsync));
        routes.MapPost(Root + "/power", door.Read(PowerAsync));
        routes.MapGet(Root + "/{id}", door.Read(ShowAsync));
        routes.MapGet(Root + "/{id}/assignment", door.Read(AssignAsync));
        routes.MapPost(Root + "/{id}/start", door.Admin((http, workspace) => ActAsync(http, workspace, (acts, id, body) => acts.StartAsync(id, body?.Reason, http.RequestAborted))));
        routes.MapPost(Root + "/{id}/stop", door.Admin((http, workspace) => ActAsync(http, workspace, (acts, id, body) => acts.StopAsync(id, body?.Reason, http.RequestAborted))));
        routes.MapPost(Root + "/{id}/decide", door.Admin((http, workspace) => ActAsync(http, workspace, (acts, id, body) => acts.DecideAsync(id, body?.Decision, body?.Arm, body?.Reason, http.RequestAborted))));
        routes.MapPost(Root + "/{id}/versions", door.Admin((http, workspace) => ActAsync(http, workspace, (acts, id, body) => acts.RenewAsync(id, body?.Reason, http.RequestAborted))));
    }

    private async Task PlanAsync(HttpContext http, OpenWorkspace workspace)
    {
        var body = await JsonBody.ReadAsync<PlanBody>(http, Example);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await WriteAsync(http, await ActsOf(http, workspace).PlanAsync(body.ToExperiment(), body.Reason, http.RequestAborted));
    }

    private async Task PowerAsync(HttpContext http, OpenWorkspace workspace)
    {
        var body = await JsonBody.ReadAsync<PlanBody>(http, """{"metric": "revenue", "flow": "welcome", "least_effect": 0.1, "decision_rule": "fixed"}""");
        // Only the size is asked for: a name and a sentence come with the plan.
        await WriteAsync(http, await ActsOf(http, workspace).DesignAsync(body.ToExperiment() with { Key = body.Key ?? "asked", Hypothesis = body.Hypothesis ?? "asked" }, http.RequestAborted));
    }

    private static async Task ShowAsync(HttpContext http, OpenWorkspace workspace)
    {
        var metric = http.Request.Query["metric"].ToString();
        if (await StatisticsOf.ExperimentAsync(workspace, PathParts.At(http, 4), metric.Length > 0 ? metric : null, http.RequestAborted) is { } answer)
            await WriteAsync(http, answer);
        else
            await Problem.NotFound("Nobody planned such an experiment, and nobody has seen two arms of it.").WriteAsync(http);
    }

    private static async Task AssignAsync(HttpContext http, OpenWorkspace workspace)
    {
        var contact = http.Request.Query["contact"].ToString();
        if (contact.Length is 0 or > LongestContact)
            throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"contact: name the contact in up to {LongestContact} characters, always in the same spelling."));
        if (await StatisticsOf.PlannedAsync(workspace, PathParts.At(http, 4), http.RequestAborted) is not { } experiment)
            await Problem.NotFound("There is no such experiment.").WriteAsync(http);
        else
            await WriteAsync(http, experiment.Assign(contact));
    }

    private async Task ActAsync(HttpContext http, OpenWorkspace workspace, Func<ExperimentActs, string, ActBody?, Task<PlannedExperiment>> act)
    {
        var body = http.Request.ContentLength is null or 0 ? null : await JsonBody.ReadAsync<ActBody>(http, """{"reason": "agreed with Finance", "decision": "ship", "arm": "short-opener"}""");
        await WriteAsync(http, await act(ActsOf(http, workspace), PathParts.At(http, 4), body));
    }

    private ExperimentActs ActsOf(HttpContext http, OpenWorkspace workspace) => new(new ActBook(data, workspace, ApiDoor.AuthorOf(http)));

    private static Task WriteAsync<T>(HttpContext http, T answer) => FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ReportJson.Compact));

    private const string Example =
        """{"key": "opener-2026", "hypothesis": "A shorter opener keeps more people", "metric": "opener_dropoff", "flow": "welcome", "arms": ["control", "short"], "guardrails": ["handoff_rate"], "least_effect": 0.1, "decision_rule": "always_valid", "effort": 900}""";

    private sealed record ActBody(string? Reason, string? Decision, string? Arm);

    private sealed record PlanBody(
        string? Key, string? Hypothesis, string? HypothesisDe, string? Metric, string? Flow, string? Campaign, string[]? Arms, decimal[]? Weights, decimal? HoldOut, decimal? Coverage, string[]? Guardrails,
        decimal? LeastEffect, string? DecisionRule, LocalDate? Starts, LocalDate? Ends, decimal? ExpectedGain, decimal? Effort, string? Owner, string? Finding, string? Reason)
    {
        public NewExperiment ToExperiment() => new(Key, Hypothesis, Metric)
        {
            HypothesisDe = HypothesisDe,
            Flow = Blank(Flow),
            Campaign = Blank(Campaign),
            Arms = Arms,
            Weights = Weights,
            HoldOut = HoldOut,
            Coverage = Coverage,
            Guardrails = Guardrails,
            LeastEffect = LeastEffect,
            Rule = DecisionRule,
            Starts = Starts,
            Ends = Ends,
            Gain = ExpectedGain,
            Effort = Effort,
            Owner = Owner,
            Finding = Finding,
        };

        private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
