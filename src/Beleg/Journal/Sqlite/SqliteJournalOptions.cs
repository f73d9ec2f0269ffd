using Beleg.Primitives;

namespace Beleg.Journal.Sqlite;

/// <summary>How much the journal may hold, in memory and on disk.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>Deliveries that may wait for the disk; 1 to 1,000,000. Beyond it an append is answered Full.</summary>
    public int MaxWaiting { get; init; } = 4096;

    /// <summary>Bytes that may wait for the disk; 8 MiB (two of the largest bodies) to 4 GiB.</summary>
    public long MaxWaitingBytes { get; init; } = 64L << 20;

    /// <summary>Size the file may grow to, in bytes; from 1 MiB. Beyond it an append is answered Unavailable, as on a full disk.</summary>
    public long MaxFileBytes { get; init; } = long.MaxValue;

    /// <summary>Checks every range.</summary>
    /// <exception cref="UserErrorException">Lists all that is wrong.</exception>
    public void Validate()
    {
        List<string> problems = [];
        if (MaxWaiting is < 1 or > 1_000_000)
            problems.Add("journal.max_waiting must be 1 to 1000000");
        if (MaxWaitingBytes is < 8L << 20 or > 4L << 30)
            problems.Add("journal.max_waiting_bytes must be 8 MiB to 4 GiB");
        if (MaxFileBytes < 1 << 20)
            problems.Add("journal.max_file_bytes must be at least 1 MiB");
        if (problems.Count > 0)
            throw new UserErrorException(string.Join("; ", problems) + ".");
    }
}
