using Beleg.Journal;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>Takes what the journal of one workspace keeps through its stream, and says how far it got. One at a time does so; the others wait their turn.</summary>
/// <param name="workspace">Its name.</param>
/// <param name="journal">The journal.</param>
/// <param name="clock">Clock.</param>
/// <param name="pipeline">The stream.</param>
/// <param name="erasure">What is erased as it comes again.</param>
/// <param name="facts">Where the stream ends.</param>
/// <param name="asked">Told once the facts hold what somebody asked for and now wants to see.</param>
internal sealed class JournalFollower(string workspace, IJournal journal, IClock clock, Pipeline pipeline, Erasure erasure, WorkspaceWarehouse facts, Action asked) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Instant opened = clock.GetCurrentInstant();
    private Instant current = Instant.MinValue;

    /// <summary>Time spent in each step of the stream.</summary>
    public IReadOnlyList<(string Step, TimeSpan Spent)> Times => pipeline.Times;

    /// <summary>Position of the latest delivery that is kept.</summary>
    public long Last => journal.LastSeq(workspace);

    /// <summary>Deliveries the facts do not hold yet, at most: positions are shared by all workspaces.</summary>
    public long Waiting => Math.Max(0, Last - pipeline.Bookmark);

    /// <summary>How long the first of them has waited, at most; zero where nothing waits.</summary>
    public Duration Behind
    {
        get
        {
            if (Waiting == 0)
                return Duration.Zero;
            var since = Instant.Max(pipeline.TakenUpTo ?? opened, current);
            return Duration.Max(Duration.Zero, clock.GetCurrentInstant() - since);
        }
    }

    /// <summary>Takes everything that is in the journal through the stream. A warehouse that cannot answer is derived anew.</summary>
    /// <returns>Number of deliveries.</returns>
    public Task<long> CatchUpAsync(IProgress<string>? progress, CancellationToken cancellationToken) =>
        AloneAsync(
            async () =>
            {
                var total = 0L;
                if (facts.State != WarehouseState.Ready)
                    total += (await pipeline.RebuildAsync(Counting(progress), cancellationToken)).Deliveries;
                for (var taken = -1; taken != 0;)
                {
                    await erasure.EraseRepeatedAsync(cancellationToken);
                    taken = await pipeline.RunAsync(cancellationToken);
                    total += taken;
                    if (taken > 0)
                        progress?.Report($"{workspace}: {total} deliveries …");
                }

                progress?.Report("");
                asked();
                return total;
            },
            cancellationToken);

    /// <summary>Takes the journal through the stream up to one delivery, so that whoever wrote it sees what became of it.</summary>
    /// <returns>Whether it got there; it goes on by itself where it did not.</returns>
    public async Task<bool> CatchUpToAsync(long seq, CancellationToken cancellationToken)
    {
        var moved = true;
        while (pipeline.Bookmark < seq && moved && facts.State == WarehouseState.Ready)
            moved = await AloneAsync(() => pipeline.Bookmark >= seq ? Task.FromResult(0) : RunAsync(int.MaxValue, cancellationToken), cancellationToken) > 0;
        asked();
        return facts.State == WarehouseState.Ready && pipeline.Bookmark >= seq;
    }

    /// <summary>Takes the next lot through the stream.</summary>
    /// <param name="atMost">Deliveries, at most; a stream that begins anew takes all there are.</param>
    /// <param name="cancellationToken">Stops before the lot.</param>
    /// <returns>Number of deliveries; 0 when there was nothing new.</returns>
    public async Task<int> TakeAsync(int atMost, CancellationToken cancellationToken)
    {
        if (facts.State != WarehouseState.Ready)
            return (int)Math.Min(int.MaxValue, await CatchUpAsync(null, cancellationToken));
        return await AloneAsync(() => RunAsync(atMost, cancellationToken), cancellationToken);
    }

    /// <summary>Derives every fact again from the journal.</summary>
    /// <returns>Number of deliveries.</returns>
    public Task<int> RebuildAsync(IProgress<string>? progress, CancellationToken cancellationToken) =>
        AloneAsync(
            async () =>
            {
                var count = (await pipeline.RebuildAsync(Counting(progress), cancellationToken)).Deliveries;
                progress?.Report("");
                asked();
                return count;
            },
            cancellationToken);

    /// <summary>Erases a person; the facts stay as they are.</summary>
    /// <inheritdoc cref="Erasure.EraseAsync"/>
    public Task<ErasureOutcome> EraseAsync(string name, string? type, bool dryRun, IProgress<string>? progress, CancellationToken cancellationToken) =>
        AloneAsync(() => erasure.EraseAsync(name, type, dryRun, progress, cancellationToken), cancellationToken);

    /// <summary>Folds everything again, after settings changed that shape facts.</summary>
    public Task RefoldAsync(CancellationToken cancellationToken) =>
        AloneAsync(
            () =>
            {
                pipeline.Refold();
                asked();
                return Task.FromResult(0);
            },
            cancellationToken);

    /// <summary>Why the facts cannot answer and are derived anew; null where they can.</summary>
    public string? Rebuilding => facts.State == WarehouseState.Ready ? null : facts.Reason;

    /// <summary>Completes once the journal has something that the facts do not, or they turn out to be lost.</summary>
    public async Task WaitForNewAsync(CancellationToken cancellationToken)
    {
        var idle = Waiting == 0;
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Wake() => lost.TrySetResult();
        facts.Lost += Wake;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (facts.State == WarehouseState.Ready)
                await await Task.WhenAny(journal.WaitForNewAsync(workspace, pipeline.Bookmark, done.Token), lost.Task);
        }
        finally
        {
            facts.Lost -= Wake;
            await done.CancelAsync();
        }

        if (idle)
            current = clock.GetCurrentInstant();
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    private async Task<int> RunAsync(int atMost, CancellationToken cancellationToken)
    {
        await erasure.EraseRepeatedAsync(cancellationToken);
        return await pipeline.RunAsync(atMost, cancellationToken);
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private Progress<long>? Counting(IProgress<string>? progress) =>
        progress is null ? null : new Progress<long>(count => progress.Report($"{workspace}: {count} deliveries read …"));
}
