namespace Beleg.Journal.Sqlite;

/// <summary>Sealed deliveries that wait for the disk, and who waits for them.</summary>
internal sealed class Waiting
{
    private readonly TaskCompletionSource<AppendResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Waiting(SealedDelivery[] rows)
    {
        Rows = rows;
        foreach (var row in rows)
            Bytes += row.Content.Length;
    }

    public SealedDelivery[] Rows { get; }

    public long Bytes { get; }

    /// <summary>Position of its last row, once inserted; true only when committed.</summary>
    public long LastSeq { get; set; }

    public Task<AppendResult> Done => done.Task;

    public void Finish(AppendResult result) => done.SetResult(result);
}
