using System.Collections.Concurrent;

namespace Beleg.Journal;

/// <summary>The latest position of each workspace, and who waits for the next. Thread-safe.</summary>
internal sealed class Tails
{
    private readonly ConcurrentDictionary<string, Tail> tails = new(StringComparer.Ordinal);

    public long LastSeq(string workspace) => tails.TryGetValue(workspace, out var tail) ? Volatile.Read(ref tail.Last) : 0;

    public void Advance(string workspace, long seq) => tails.GetOrAdd(workspace, _ => new Tail()).Advance(seq);

    public Task WaitBeyondAsync(string workspace, long afterSeq, CancellationToken cancellationToken) =>
        tails.GetOrAdd(workspace, _ => new Tail()).WaitBeyondAsync(afterSeq, cancellationToken);

    private sealed class Tail
    {
        private readonly Lock gate = new();
        private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public long Last;

        public void Advance(long seq)
        {
            TaskCompletionSource waiting;
            lock (gate)
            {
                if (seq <= Last)
                    return;
                Volatile.Write(ref Last, seq);
                waiting = moved;
                moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            waiting.SetResult();
        }

        public async Task WaitBeyondAsync(long afterSeq, CancellationToken cancellationToken)
        {
            while (true)
            {
                Task next;
                lock (gate)
                {
                    if (Last > afterSeq)
                        return;
                    next = moved.Task;
                }

                await next.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
