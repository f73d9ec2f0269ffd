using System.Text.Json;
using Beleg.App.Acts;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Reports;
using NodaTime;

namespace Beleg.App.Api;

/// <summary>The books of a programme for programs: costs, assumptions, hypotheses, the course of value and cost. Writing needs an admin key.</summary>
internal sealed class BookEndpoints(Installation data)
{
    private const string Root = "/api/{workspace}/roi";

    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet(Root, door.Read(ReadAsync));
        routes.MapPost(Root + "/costs", door.Admin((http, workspace) => WriteCostAsync(http, workspace, null)));
        routes.MapPut(Root + "/costs/{id}", door.Admin((http, workspace) => WriteCostAsync(http, workspace, PathParts.At(http, 5))));
        routes.MapPost(Root + "/assumptions/{id}", door.Admin(AssumeAsync));
        routes.MapPost(Root + "/hypotheses", door.Admin((http, workspace) => ExpectAsync(http, workspace, null)));
        routes.MapPut(Root + "/hypotheses/{id}", door.Admin((http, workspace) => ExpectAsync(http, workspace, PathParts.At(http, 5))));
    }

    private async Task ReadAsync(HttpContext http, OpenWorkspace workspace)
    {
        var words = http.Request.Query.Where(part => part.Key is "from" or "to" or "month" or "compare" or "channel" or "flow" or "entry_point").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        var request = MetricRequestReader.Read(words.Append(KeyValuePair.Create("metrics", (string?)"roi_pct")), MetricCatalogue.Default, Dashboard.Months.Standard(workspace));
        await WriteAsync(http, await workspace.RoiAsync(http.Request.Query.ContainsKey("compare") ? request : request with { Compare = Comparison.Previous }, http.RequestAborted));
    }

    private Task WriteCostAsync(HttpContext http, OpenWorkspace workspace, string? id) => ActAsync(http, workspace, async acts =>
    {
        var wanted = await JsonBody.ReadAsync<CostBody>(http, """{"kind": "platform", "recurrence": "monthly", "from": "2026-08-01", "amount": "300.00", "reason": "new contract"}""");
        await acts.CostAsync(id, new NewCost(wanted.Kind, wanted.Recurrence, wanted.From, wanted.To, wanted.Amount, wanted.Currency, wanted.Flow, wanted.Campaign, wanted.Channel, wanted.Human), wanted.Reason, http.RequestAborted);
    });

    private Task AssumeAsync(HttpContext http, OpenWorkspace workspace) => ActAsync(http, workspace, async acts =>
    {
        var wanted = await JsonBody.ReadAsync<AssumptionBody>(http, """{"value": 4.2, "low": 3.9, "high": 4.6, "owner": "CX", "approver": "CFO", "valid_from": "2026-08-01", "reason": "ledger of 2025"}""");
        await acts.AssumeAsync(PathParts.At(http, 5), new NewAssumption(wanted.Value, wanted.Low, wanted.High, wanted.Unit, wanted.Basis, wanted.Owner, wanted.Approver, wanted.ValidFrom), wanted.Reason, http.RequestAborted);
    });

    private Task ExpectAsync(HttpContext http, OpenWorkspace workspace, string? id) => ActAsync(http, workspace, async acts =>
    {
        var wanted = await JsonBody.ReadAsync<HypothesisBody>(http, """{"statement": "A shorter opener sells more", "metric": "revenue_per_chat", "baseline": 3.1, "target": 6.5, "from": "2026-08-31", "due": "2026-12-31"}""");
        await acts.ExpectAsync(id, new NewHypothesis(wanted.Statement, wanted.StatementDe, wanted.Metric, wanted.Baseline, wanted.Target, wanted.From, wanted.Due, wanted.Owner, wanted.Closed), wanted.Reason, http.RequestAborted);
    });

    // The answer is the books as they stand after the act.
    private async Task ActAsync(HttpContext http, OpenWorkspace workspace, Func<LedgerActs, Task> act)
    {
        await act(new LedgerActs(new ActBook(data, workspace, ApiDoor.AuthorOf(http))));
        await WriteAsync(http, await workspace.RoiAsync(Dashboard.Months.Standard(workspace), http.RequestAborted));
    }

    private static Task WriteAsync<T>(HttpContext http, T answer) => FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ReportJson.Compact));

    private sealed record CostBody(
        string? Kind, string? Recurrence, LocalDate? From, LocalDate? To, string? Amount, string? Currency, string? Flow, string? Campaign, string? Channel, bool? Human, string? Reason);

    private sealed record AssumptionBody(decimal? Value, decimal? Low, decimal? High, string? Unit, string? Basis, string? Owner, string? Approver, LocalDate? ValidFrom, string? Reason);

    private sealed record HypothesisBody(string? Statement, string? StatementDe, string? Metric, decimal? Baseline, decimal? Target, LocalDate? From, LocalDate? Due, string? Owner, bool Closed, string? Reason);
}
