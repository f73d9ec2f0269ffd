using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>Writing over what the numbers drafted: every text stands beside its draft, with who wrote it and when.</summary>
internal static class ProofEditPages
{
    private const int MaxAuthor = 120;

    public static Task ShowAsync(PageRequest request) => DrawAsync(request, null, null);

    public static async Task SaveAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var (proofs, month) = (new Proofs(request.Data, workspace), ProofPages.MonthOf(request));
        var texts = ProofPlace.All.ToDictionary(p => p.Name, p => (En: request.Field(p.Name + ".en"), De: request.Field(p.Name + ".de")));
        try
        {
            var author = request.User!.Name.Length > 0 ? $"{request.User.Name} <{request.User.Email}>" : request.User.Email;
            await proofs.EditAsync(month, author[..Math.Min(MaxAuthor, author.Length)], texts, request.Http.RequestAborted);
            if (request.Field("act") == "publish")
            {
                await proofs.PublishAsync(month, request.Http.RequestAborted, endLinks: request.Field("end_links").Length > 0);
                request.Http.Response.Redirect($"/w/{workspace.Name}/proof?said=frozen");
                return;
            }

            request.Http.Response.Redirect($"/w/{workspace.Name}/proof/{YearMonthPattern.Iso.Format(month)}/edit?said=saved");
        }
        catch (UserErrorException mistake)
        {
            await DrawAsync(request, request.Visitor.Mistake(mistake), texts);
        }
    }

    private static async Task DrawAsync(PageRequest request, string? mistake, Dictionary<string, (string En, string De)>? sent)
    {
        var workspace = request.Workspace();
        var (proofs, month) = (new Proofs(request.Data, workspace), ProofPages.MonthOf(request));
        var drafted = await proofs.DraftedAsync(month, request.Http.RequestAborted);
        var edits = proofs.Edits(month);
        var draft = await proofs.DraftAsync(month, request.Http.RequestAborted);
        var views = request.Data.State.Shares.List(workspace.Name).ToDictionary(link => link.Share.Id, link => link.Views, StringComparer.Ordinal);
        (string Code, IReadOnlyList<ProofPlace> Places)[] leftOut = [.. new[] { ReportLanguage.English, ReportLanguage.German }.Select(l => (l.Code, ProofHtml.LeftOut(draft, l)))];
        request.Visitor.Title = request.Tongue[Texts.ProofEditProof];
        await PageDoor.DrawAsync<ProofEditPage>(request.Http, new
        {
            Model = new ProofEditModel
            {
                Workspace = workspace.Name,
                Zone = workspace.Zone,
                Month = month,
                Code = YearMonthPattern.Iso.Format(month),
                IsOver = proofs.IsOver(month),
                IsPublished = proofs.Find(month) is not null,
                OpenLinks = [.. proofs.OpenLinks(month).Select(link => (link, views.GetValueOrDefault(link.Id)))],
                Words = ProofWords.On(ProofHtml.Render(ProofDocument.Measured(draft), request.Tongue.Writes)),
                Mistake = mistake,
                Lines =
                [
                    .. ProofPlace.All.Select(place =>
                    {
                        var before = place.In(drafted);
                        var stands = edits.LastOrDefault(e => e.Place == place.Name) is { } last && last.En.Length + last.De.Length > 0 ? last : null;
                        return new ProofEditLine
                        {
                            Place = place,
                            DraftedEn = before.En,
                            DraftedDe = before.De,
                            En = sent?[place.Name].En ?? stands?.En ?? before.En,
                            De = sent?[place.Name].De ?? stands?.De ?? before.De,
                            LeftOut = [.. leftOut.Where(l => l.Places.Contains(place)).Select(l => l.Code)],
                            Author = stands?.Author,
                            MadeAt = stands?.MadeAt,
                        };
                    }),
                ],
                History = [.. edits.Reverse()],
            },
        }, mistake is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
