namespace Beleg.Metrics;

/// <summary>Which channels tell that a message was delivered, and which that it was read. On the others there is no such rate.</summary>
/// <param name="Delivered">Labels of channels that report deliveries.</param>
/// <param name="Read">Labels of channels that report reads.</param>
internal sealed record ChannelReceipts(IReadOnlyList<string> Delivered, IReadOnlyList<string> Read)
{
    /// <summary>Channels whose providers always report; another one counts as soon as its source reported one of its own accord.</summary>
    public static ChannelReceipts Always { get; } = new(["whatsapp", "messenger"], ["whatsapp", "messenger", "instagram"]);

    /// <summary>Asks which further channels have reported. What a read or an answer merely implies is no report.</summary>
    public const string Probe = """
        SELECT channel, bool_or(delivered_at IS NOT NULL AND NOT delivered_implied), bool_or(read_at IS NOT NULL AND NOT read_implied)
        FROM message WHERE direction = 'outbound' AND channel NOT IN ('whatsapp', 'messenger') GROUP BY channel ORDER BY channel
        """;

    /// <summary>These and the channels that were found to report.</summary>
    public ChannelReceipts With(IEnumerable<(string Channel, bool Delivered, bool Read)> found)
    {
        var rows = found.ToArray();
        return new(
            [.. Delivered.Union(rows.Where(r => r.Delivered).Select(r => r.Channel))],
            [.. Read.Union(rows.Where(r => r.Read).Select(r => r.Channel))]);
    }
}
