using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;
using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>The proofs of one workspace: a month that is over is frozen the first time anybody asks for it, and never changes by itself.</summary>
internal sealed class Proofs(Installation data, OpenWorkspace workspace)
{
    private static readonly MetricEngine engine = new();
    private readonly ProofShelf shelf = new(data.State.Snapshots, workspace.Name);

    /// <summary>What was published of a month, oldest first.</summary>
    public IReadOnlyList<ProofDocument> History(YearMonth month) => shelf.History(month);

    /// <summary>The latest of a month; null where none was published.</summary>
    public ProofDocument? Find(YearMonth month) => shelf.Find(month);

    /// <summary>The proof of a month: the published one, else it is published now; of a month that is not over a draft without a hash.</summary>
    public async Task<ProofDocument> ReadAsync(YearMonth month, CancellationToken cancellationToken) =>
        shelf.Find(month) ?? (IsOver(month) ? shelf.Publish(await DraftAsync(month, cancellationToken)) : ProofDocument.Draft(await DraftAsync(month, cancellationToken)));

    /// <summary>Publishes a month as it stands now; one that shows nothing new stays the one it was.</summary>
    /// <exception cref="UserErrorException">The month is not over.</exception>
    public async Task<ProofDocument> PublishAsync(YearMonth month, CancellationToken cancellationToken) => IsOver(month)
        ? shelf.Publish(await DraftAsync(month, cancellationToken))
        : throw new UserErrorException($"{month:uuuu-MM} is not over: a proof is frozen once it is.");

    /// <summary>Whether the month is over in the workspace's zone.</summary>
    public bool IsOver(YearMonth month) => workspace.Today >= month.PlusMonths(1).OnDayOfMonth(1);

    private Task<ProofSnapshot> DraftAsync(YearMonth month, CancellationToken cancellationToken)
    {
        var settings = ProofSettings.Of(data.Require(workspace.Name), SettingsForUse.Metrics(workspace.Settings), Dashboard.Layout.Product.Version);
        return new ProofReader(engine, workspace.Warehouse, settings).DraftAsync(month, shelf.Before(month), cancellationToken);
    }
}
