using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>Which channels tell that a message was delivered, and which that it was read. On the others there is no such rate.</summary>
/// <param name="Delivered">Labels of channels that report deliveries.</param>
/// <param name="Read">Labels of channels that report reads.</param>
internal sealed record ChannelReceipts(IReadOnlyList<string> Delivered, IReadOnlyList<string> Read)
{
    /// <summary>Channels whose providers always report; another one counts as soon as its source reported one of its own accord.</summary>
    public static ChannelReceipts Always { get; } = new(["whatsapp", "messenger"], ["whatsapp", "messenger", "instagram"]);

    /// <summary>Nothing is older: earlier times are refused on their way in.</summary>
    public static LocalDate Since { get; } = new(2005, 1, 1);

    /// <summary>Asks which further channels have reported, month by month. What a read or an answer merely implies is no report.</summary>
    public static List<(LocalDate Month, string Channel, bool Delivered, bool Read)> Probe(FactReader facts, Period days)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var month = facts.Dialect.StartOf(Grain.Month, "day");
        var sql = $"""
            SELECT {month}, channel, bool_or(delivered_at IS NOT NULL AND NOT delivered_implied), bool_or(read_at IS NOT NULL AND NOT read_implied)
            FROM message
            WHERE direction = 'outbound' AND channel NOT IN ('whatsapp', 'messenger')
              AND day >= {parameters.Take("from", ParameterType.Date, days.From)} AND day < {parameters.Take("to", ParameterType.Date, days.To)}
            GROUP BY ALL
            ORDER BY ALL
            """;
        return facts.Rows(sql, parameters.Values, row => (row.Date(0), row.Text(1), row.Bool(2), row.Bool(3)));
    }

    /// <summary>These and the channels that were found to report.</summary>
    public ChannelReceipts With(IEnumerable<(string Channel, bool Delivered, bool Read)> found)
    {
        var rows = found.ToArray();
        return new(
            [.. Delivered.Union(rows.Where(r => r.Delivered).Select(r => r.Channel))],
            [.. Read.Union(rows.Where(r => r.Read).Select(r => r.Channel))]);
    }
}
