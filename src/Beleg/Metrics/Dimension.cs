namespace Beleg.Metrics;

/// <summary>Something a metric may be split or filtered by.</summary>
/// <param name="Id">Its name in requests and answers.</param>
/// <param name="Name">For people.</param>
/// <param name="Labels">Its possible values; none where they are free text.</param>
public sealed record Dimension(string Id, Words Name, IReadOnlyList<string>? Labels = null);
