using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.Reports.ProofPacks;

namespace Beleg.App.Dashboard;

/// <summary>Checking a proof, for anybody: by its hash, or by its file.</summary>
internal static class VerifyPages
{
    public static Task AskAsync(PageRequest request) => request.Query("hash") is { } hash ? AnswerAsync(request, hash, null) : DrawAsync(request, new VerifyModel());

    public static Task ShowAsync(PageRequest request) => AnswerAsync(request, request.Route("hash"), null);

    /// <summary>Takes a proof's JSON: whether its hash follows from its content, and whether it was published here.</summary>
    public static async Task CheckAsync(PageRequest request)
    {
        var file = request.Http.Request.Form.Files.Count > 0 ? request.Http.Request.Form.Files[0] : null;
        if (file is null or { Length: 0 })
        {
            await AnswerAsync(request, request.Field("hash"), null);
            return;
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var json = await reader.ReadToEndAsync(request.Http.RequestAborted);
        await AnswerAsync(request, ProofHash.HashIn(json) ?? "", ProofHash.Verify(json));
    }

    private static Task AnswerAsync(PageRequest request, string hash, bool? fileIsWhole)
    {
        var check = ProofCheck.Of(request.Data.State.Snapshots, hash);
        return DrawAsync(request, new VerifyModel { Asked = hash.Trim(), FileIsWhole = fileIsWhole, Check = check }, check is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static Task DrawAsync(PageRequest request, VerifyModel model, int status = StatusCodes.Status200OK)
    {
        request.Visitor.Title = request.Tongue[Texts.VerifyProof];
        return PageDoor.DrawAsync<VerifyPage>(request.Http, new { Model = model }, status);
    }
}
