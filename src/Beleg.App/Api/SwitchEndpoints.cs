using System.Text.Json;
using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;

namespace Beleg.App.Api;

/// <summary>What changes under another model or other windows, changing to it, and who changed what before. Changing needs an admin key.</summary>
internal sealed class SwitchEndpoints(Installation data)
{
    public void Map(IEndpointRouteBuilder routes, ApiDoor door)
    {
        routes.MapGet("/api/{workspace}/models/preview", door.Read(Said(PreviewAsync)));
        routes.MapPost("/api/{workspace}/models/apply", door.Admin(Said(ApplyAsync)));
        routes.MapGet("/api/{workspace}/settings/changes", door.Read((http, workspace) => WriteAsync(http, data.State.SettingChanges.Of(workspace.Name))));
    }

    private static async Task PreviewAsync(HttpContext http, OpenWorkspace workspace)
    {
        string? Word(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
        var proposal = SwitchProposal.Read(workspace.Settings, key => Word(key) ?? (key == "attribution_model" ? Word("model") : null));
        var period = PeriodWords.Read(Word("month"), Word("from"), Word("to"), () => Months.Standard(workspace)) ?? throw new UserErrorException(PeriodWords.Mistake);
        await WriteAsync(http, await workspace.PreviewAsync(proposal, period, http.RequestAborted));
    }

    private async Task ApplyAsync(HttpContext http, OpenWorkspace workspace)
    {
        var wanted = await JsonBody.ReadAsync<SwitchBody>(http, """{"attribution_model": "position", "look_back_windows": "campaign_read=3", "reason": "agreed with Finance"}""");
        var proposal = SwitchProposal.Read(workspace.Settings, key => key switch
        {
            "attribution_model" => wanted.AttributionModel,
            "look_back_days" => wanted.LookBackDays?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "half_life_days" => wanted.HalfLifeDays?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => wanted.LookBackWindows,
        });
        await proposal.ApplyAsync(data, workspace, ApiDoor.AuthorOf(http), wanted.Reason ?? "", http.RequestAborted);
        await WriteAsync(http, data.State.SettingChanges.Of(workspace.Name).Take(proposal.Changes.Count).ToList());
    }

    private static Func<HttpContext, OpenWorkspace, Task> Said(Func<HttpContext, OpenWorkspace, Task> answer) => async (http, workspace) =>
    {
        try
        {
            await answer(http, workspace);
        }
        catch (UserErrorException mistake)
        {
            await Problem.BadRequest(mistake.Message).WriteAsync(http);
        }
    };

    private static Task WriteAsync<T>(HttpContext http, T answer) => FigureEndpoints.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(answer, ReportJson.Compact));

    private sealed record SwitchBody(string? AttributionModel, int? LookBackDays, string? LookBackWindows, int? HalfLifeDays, string? Reason);
}
