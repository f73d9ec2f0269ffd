namespace Beleg.Reports;

/// <summary>Clicks on one tagged link.</summary>
/// <param name="Counted">A person's, repeats apart.</param>
/// <param name="Preview">Not counted: who builds a preview.</param>
/// <param name="Crawler">Not counted: crawlers, and what says nothing of itself.</param>
/// <param name="Head">Not counted: HEAD requests.</param>
/// <param name="Repeat">Not counted: the same person again within half an hour.</param>
/// <param name="Other">Not counted for another reason.</param>
/// <param name="Tampered">Of the counted: the signed contact was not ours, so it is nobody's click.</param>
/// <param name="Expired">Of the counted: the signed contact was over.</param>
/// <param name="Missing">Of the counted: the address came without its contact.</param>
public sealed record ClickCounts(long Counted, long Preview, long Crawler, long Head, long Repeat, long Other, long Tampered, long Expired, long Missing)
{
    /// <summary>None at all.</summary>
    public static ClickCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Kept with a reason and not counted.</summary>
    public long NotCounted => Preview + Crawler + Head + Repeat + Other;
}
