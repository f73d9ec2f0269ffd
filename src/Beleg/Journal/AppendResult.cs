namespace Beleg.Journal;

/// <summary>What became of an append.</summary>
/// <param name="Status">Whether it is on disk.</param>
/// <param name="Seq">Position of the (last) delivery kept; 0 where none was.</param>
/// <param name="Reason">Why it could not be kept, for the log and readiness; null otherwise.</param>
public readonly record struct AppendResult(AppendStatus Status, long Seq, string? Reason)
{
    /// <summary>Whether the bytes are on disk, so that 2xx may be answered.</summary>
    public bool IsKept => Status == AppendStatus.Kept;

    internal static AppendResult Kept(long seq) => new(AppendStatus.Kept, seq, null);

    internal static AppendResult Full { get; } = new(AppendStatus.Full, 0, "More deliveries are waiting than the journal may hold in memory.");

    /// <summary>What was to be kept never reached the journal.</summary>
    public static AppendResult Failed(string reason) => new(AppendStatus.Unavailable, 0, reason);

    internal static AppendResult Unavailable(string reason) => new(AppendStatus.Unavailable, 0, reason);
}
