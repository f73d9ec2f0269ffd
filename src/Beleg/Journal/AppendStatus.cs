namespace Beleg.Journal;

/// <summary>Whether a delivery is on disk.</summary>
public enum AppendStatus
{
    /// <summary>On disk: it survives a power cut.</summary>
    Kept,

    /// <summary>Too many are waiting: answer 503 with Retry-After of a second. Nothing was kept.</summary>
    Full,

    /// <summary>The disk is full or fails, or the journal is shutting down: answer 503. The delivery may be sent again; it may turn out to be kept all the same.</summary>
    Unavailable,
}
