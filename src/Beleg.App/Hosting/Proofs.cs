using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.State;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Hosting;

/// <summary>The proofs of one workspace: drafted from the figures, edited by people, then published, and from then on unchanged.</summary>
/// <param name="data">The installation.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="server">Where the server is, or will be; asked only while none serves.</param>
internal sealed class Proofs(Installation data, OpenWorkspace workspace, Uri? server = null)
{
    /// <summary>How long the link on a proof shows the living figures.</summary>
    private const int LiveDays = 180;

    private readonly ProofShelf shelf = new(data.State.Snapshots, workspace.Name);

    /// <summary>What was published of a month, oldest first.</summary>
    public IReadOnlyList<ProofDocument> History(YearMonth month) => shelf.History(month);

    /// <summary>The latest of a month; null where none was published.</summary>
    public ProofDocument? Find(YearMonth month) => shelf.Find(month);

    /// <summary>The proof that has a hash; null where the workspace published none such.</summary>
    public ProofDocument? Find(string hash) => shelf.Find(hash);

    /// <summary>The proof of a month: the published one, else the draft, which has no hash and follows the figures.</summary>
    public async Task<ProofDocument> ReadAsync(YearMonth month, CancellationToken cancellationToken) =>
        shelf.Find(month) ?? ProofDocument.Draft(await DraftAsync(month, cancellationToken));

    /// <summary>The proof of a month: the published one; one of a month that is over is published where it is not yet.</summary>
    public async Task<ProofDocument> FreezeAsync(YearMonth month, CancellationToken cancellationToken) =>
        shelf.Find(month) ?? (IsOver(month) ? await PublishAsync(month, cancellationToken) : ProofDocument.Draft(await DraftAsync(month, cancellationToken)));

    /// <summary>The links that stand on what was published of a month and still open, newest first: whoever has such a proof in hand reaches them.</summary>
    public IReadOnlyList<Share> OpenLinks(YearMonth month) =>
        [.. History(month).Reverse().Select(LinkOf).OfType<Share>().Where(share => share.Workspace == workspace.Name && share.IsOpen(data.Clock.GetCurrentInstant()))];

    /// <summary>Publishes a month as it stands now; one that shows nothing new stays the one it was.</summary>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Stops drafting.</param>
    /// <param name="endLinks">Whether the links on what was published of the month before end: else they show the living figures until they expire, since that was agreed when they were made.</param>
    /// <exception cref="UserErrorException">The month is not over, or the proof has more words than a minute holds.</exception>
    public async Task<ProofDocument> PublishAsync(YearMonth month, CancellationToken cancellationToken, bool endLinks = false)
    {
        if (!IsOver(month))
            throw new UserErrorException($"{Code(month)} is not over: its proof is published once it is, and until then the draft follows the figures.");
        var draft = await DraftAsync(month, cancellationToken);
        RequireAMinute(draft);
        var published = shelf.Publish(draft, proof => proof with { Address = Address, Live = Live(proof) });
        // Its own link stays, also where it is the one that stood.
        foreach (var share in endLinks ? OpenLinks(month).Where(share => share.Id != LinkOf(published)?.Id) : [])
            data.State.Shares.Revoke(workspace.Name, share.Id);
        return published;
    }

    /// <summary>The proof of a month as it would be published now, with what people wrote.</summary>
    public async Task<ProofSnapshot> DraftAsync(YearMonth month, CancellationToken cancellationToken) =>
        ProofDraft.Apply(await DraftedAsync(month, cancellationToken), data.State.ProofEdits.Holding(workspace.Name, Code(month)));

    /// <summary>The proof of a month as the numbers draft it.</summary>
    public async Task<ProofSnapshot> DraftedAsync(YearMonth month, CancellationToken cancellationToken)
    {
        var settings = ProofSettings.Of(data.Require(workspace.Name), SettingsForUse.Metrics(workspace.Settings), Dashboard.Layout.Product.Version);
        var books = new ProofBooks(
            (await workspace.BookAsync(cancellationToken)).Experiments,
            await Dashboard.InsightPages.Findings(data, workspace).SaidAsync(Period.Month(month), cancellationToken));
        return await new ProofReader(OpenWorkspace.Engine, workspace.Warehouse, settings).DraftAsync(month, shelf.Before(month), books, cancellationToken);
    }

    /// <summary>Writes over drafted sentences. Empty texts give a place back to the draft; what did not change is not kept again.</summary>
    /// <returns>How many places changed.</returns>
    /// <exception cref="UserErrorException">There is no such place, a text is too long, or the page would have too many words.</exception>
    public async Task<int> EditAsync(YearMonth month, string author, IReadOnlyDictionary<string, (string En, string De)> texts, CancellationToken cancellationToken)
    {
        var drafted = await DraftedAsync(month, cancellationToken);
        var holding = data.State.ProofEdits.Holding(workspace.Name, Code(month));
        var changes = new List<(string Place, string DraftedEn, string DraftedDe, string En, string De)>();
        foreach (var (name, raw) in texts)
        {
            var place = ProofPlace.Find(name) ?? throw new UserErrorException($"There is no place {name}; there are {string.Join(", ", ProofPlace.All.Select(p => p.Name))}.");
            var (en, de) = (raw.En.Trim(), raw.De.Trim());
            if (en.Length > ProofPlace.MaxLength || de.Length > ProofPlace.MaxLength)
                throw new UserErrorException($"{name}: a line has at most {ProofPlace.MaxLength} characters.");
            var draft = place.In(drafted);
            // What was sent back as it had been drafted is no edit.
            if ((en == draft.En && de == draft.De) || (en.Length == 0 && de.Length == 0))
                (en, de) = ("", "");
            var stands = holding.FirstOrDefault(e => e.Place == name);
            if (en != (stands?.En ?? "") || de != (stands?.De ?? ""))
                changes.Add((name, draft.En, draft.De, en, de));
        }

        var then = holding.Where(e => changes.All(c => c.Place != e.Place))
            .Concat(changes.Where(c => c.En.Length + c.De.Length > 0).Select(c => new ProofEdit(0, Code(month), c.Place, c.DraftedEn, c.DraftedDe, c.En, c.De, author, data.Clock.GetCurrentInstant()))).ToArray();
        RequireAMinute(ProofDraft.Apply(drafted, then));
        data.State.ProofEdits.Add(workspace.Name, Code(month), author, changes);
        return changes.Count;
    }

    /// <summary>Every edit of a month, oldest first.</summary>
    public IReadOnlyList<ProofEdit> Edits(YearMonth month) => data.State.ProofEdits.History(workspace.Name, Code(month));

    /// <summary>Whether the month is over in the workspace's zone.</summary>
    public bool IsOver(YearMonth month) => workspace.Today >= month.PlusMonths(1).OnDayOfMonth(1);

    // Without a server nobody can follow a link; the address then is where one would be.
    private string Address => ((data.PublicUrl ?? server)?.ToString() ?? Commands.GlobalOptions.DefaultUrl).TrimEnd('/');

    private ProofLive Live(ProofSnapshot proof)
    {
        var share = data.State.Shares.Create(workspace.Name, new NewShare
        {
            Label = $"Proof {Code(proof.Month)}",
            FromMonth = Code(proof.Trend.Count > 0 ? proof.Trend[0].Month : proof.Month),
            ToMonth = Code(proof.Month),
            DrillDown = false,
            Days = LiveDays,
            CreatedBy = "Beleg",
        });
        return new ProofLive($"{Address}{SharePath(data, share)}", share.ExpiresAt);
    }

    private Share? LinkOf(ProofDocument proof) => proof.Proof.Live?.Url is { } url ? data.State.Shares.Find(url[(url.LastIndexOf('/') + 1)..]) : null;

    /// <summary>Path of a shared link.</summary>
    public static string SharePath(Installation data, Share share) => "/share/" + data.State.Shares.TokenOf(share);

    private static void RequireAMinute(ProofSnapshot proof)
    {
        foreach (var language in new[] { ReportLanguage.English, ReportLanguage.German })
        {
            if (ProofWords.On(ProofHtml.Render(ProofDocument.Measured(proof), language)) is var words && words > ProofWords.Most)
                throw new UserErrorException($"The page would have {words} words in {(language.Code == "de" ? "German" : "English")}, and a minute holds {ProofWords.Most}: shorten {words - ProofWords.Most}.");
        }
    }

    private static string Code(YearMonth month) => YearMonthPattern.Iso.Format(month);
}
