using System.Globalization;
using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.State.Settings;

namespace Beleg.App.Dashboard;

/// <summary>What changes if a workspace attributes otherwise: a form, both sides, and the act.</summary>
internal static class SwitchPages
{
    private const int MostChanges = 20;

    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        routes.MapGet("/w/{workspace}/models/change", door.SignedIn(ShowAsync));
        routes.MapPost("/w/{workspace}/models/change", door.Form(ApplyAsync));
    }

    private static Task ShowAsync(PageRequest request) => DrawAsync(request, request.Query, null);

    private static async Task ApplyAsync(PageRequest request)
    {
        string? Field(string name) => request.Http.Request.Form.ContainsKey(name) ? request.Field(name) : null;
        var workspace = request.Workspace();
        try
        {
            await Read(workspace, Field).ApplyAsync(request.Data, workspace, request.User!.Email, request.Field("reason"), request.Http.RequestAborted);
            request.Http.Response.Redirect($"/w/{workspace.Name}/models/change{PageFilters.Read(request, workspace, Months.Standard(workspace)).ToQuery(("said", "saved"))}");
        }
        catch (UserErrorException mistake)
        {
            await DrawAsync(request, Field, request.Visitor.Mistake(mistake));
        }
    }

    private static async Task DrawAsync(PageRequest request, Func<string, string?> word, string? mistake)
    {
        var (workspace, months, period) = InsightPages.Open(request, Texts.SwitchTitle);
        var proposal = new SwitchProposal(workspace.Settings, workspace.Settings);
        try
        {
            proposal = Read(workspace, word);
        }
        catch (UserErrorException wrong)
        {
            mistake ??= request.Visitor.Mistake(wrong);
        }

        var refusal = proposal.Learned is null ? null : await RefusalAsync(workspace, proposal.Learned, period, request.Http.RequestAborted);

        await PageDoor.DrawAsync<SwitchPage>(
            request.Http,
            new
            {
                Model = new SwitchModel
                {
                    Frame = InsightPages.FrameOf(workspace, months, period, "models"),
                    Proposed = proposal.Proposed,
                    Changes = proposal.Changes,
                    Learned = proposal.Learned,
                    Refusal = refusal?.In(request.Tongue.Code),
                    Report = refusal is null && proposal.HasAny ? await workspace.PreviewAsync(proposal, period, request.Http.RequestAborted) : null,
                    Mistake = mistake,
                    History = [.. request.Data.State.SettingChanges.Of(workspace.Name).Where(change => SwitchProposal.Keys.Contains(change.Key)).Take(MostChanges)],
                },
            },
            mistake is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    // Too little to learn from is no mistake of whoever asks: it is said in their language.
    private static async Task<Words?> RefusalAsync(OpenWorkspace workspace, string learned, Period period, CancellationToken stop) =>
        (await LearnedReader.ReadAsync(OpenWorkspace.Engine, workspace.Warehouse, period, stop)).Single(weights => weights.Model == learned).Refusal;

    // The form has a field for each channel and kind, and one for both together; a program may send the setting as one text.
    private static SwitchProposal Read(OpenWorkspace workspace, Func<string, string?> word) => SwitchProposal.Read(workspace.Settings, key => key == LookBackWindows.Key ? Windows(word) : word(key) is { Length: > 0 } text ? text : null);

    private static string? Windows(Func<string, string?> word)
    {
        if (word("form") is null)
            return word(LookBackWindows.Key);
        var entries = LookBackWindows.Kinds.Concat(LookBackWindows.Channels)
            .Select(name => (Name: name, Days: word("window." + name)))
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Days))
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Name}={entry.Days}"))
            .Append(word("pairs") is { } pairs && pairs.Trim() != "-" ? pairs : "");
        return string.Join(",", entries.Where(entry => entry.Length > 0)) is { Length: > 0 } text ? text : "-";
    }
}
