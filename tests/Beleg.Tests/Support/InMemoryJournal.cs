using Beleg.Journal;
using Beleg.Keys;
using Beleg.Sources;

namespace Beleg.Tests.Support;

/// <summary>The journal without a disk, held to the same tests as the real one.</summary>
internal sealed class InMemoryJournal(KeyRing keys) : IJournal
{
    private readonly Lock gate = new();
    private readonly Tails tails = new();
    private readonly List<Delivery> kept = [];

    public ValueTask<AppendResult> AppendAsync(NewDelivery delivery, CancellationToken cancellationToken) =>
        AppendManyAsync([delivery], cancellationToken);

    public async ValueTask<AppendResult> AppendManyAsync(IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        // Sealed and opened, so that what the real journal would refuse or alter shows here too.
        var opened = deliveries.Select(delivery => Reopened(delivery, keys.Of(delivery.Workspace))).ToList();
        lock (gate)
        {
            foreach (var delivery in opened)
            {
                kept.Add(delivery with { Seq = kept.Count + 1 });
                tails.Advance(delivery.Workspace, kept.Count);
            }

            return AppendResult.Kept(opened.Count == 0 ? 0 : kept.Count);
        }
    }

    public ValueTask<IReadOnlyList<Delivery>> ReadAsync(string workspace, long afterSeq, int maxRows, long maxBytes, CancellationToken cancellationToken)
    {
        List<Delivery> found = [];
        var bytes = 0L;
        foreach (var delivery in Of(workspace).Where(delivery => delivery.Seq > afterSeq).Take(maxRows))
        {
            if (bytes >= maxBytes)
                break;
            bytes += delivery.Body.Length;
            found.Add(delivery);
        }

        return ValueTask.FromResult<IReadOnlyList<Delivery>>(found);
    }

    public ValueTask<IReadOnlyList<Delivery>> ReadManyAsync(string workspace, IReadOnlyCollection<long> seqs, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Delivery>>([.. Of(workspace).Where(delivery => seqs.Contains(delivery.Seq))]);

    public long LastSeq(string workspace) => tails.LastSeq(workspace);

    public Task WaitForNewAsync(string workspace, long afterSeq, CancellationToken cancellationToken) =>
        tails.WaitBeyondAsync(workspace, afterSeq, cancellationToken);

    public IReadOnlyList<SourceCount> Counts(string workspace) =>
        [.. Of(workspace)
            .GroupBy(delivery => delivery.Source)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SourceCount(group.Key, group.Count(), group.Max(delivery => delivery.Seq), group.Max(delivery => delivery.ReceivedAt)))];

    public async Task RewriteAsync(string workspace, IReadOnlyList<Rewrite> rewrites, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        lock (gate)
        {
            if (rewrites.Any(rewrite => !kept.Exists(delivery => delivery.Seq == rewrite.Seq && delivery.Workspace == workspace)))
                throw new KeyNotFoundException($"The workspace {workspace} lacks one of these deliveries.");
            foreach (var rewrite in rewrites)
                kept[(int)rewrite.Seq - 1] = kept[(int)rewrite.Seq - 1] with { Body = rewrite.Body.ToArray() };
        }
    }

    public Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Delivery Reopened(NewDelivery delivery, WorkspaceKeys keys)
    {
        var row = DeliverySeal.Seal(delivery, keys);
        return DeliverySeal.Open(0, row.Workspace, row.Source, row.ReceivedAtTicks, row.Content, keys);
    }

    private List<Delivery> Of(string workspace)
    {
        lock (gate)
            return kept.FindAll(delivery => delivery.Workspace == workspace);
    }
}
