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

    /// <summary>Asks which further channels have reported. What a read or an answer merely implies is no report.</summary>
    /// <param name="facts">Where to ask.</param>
    /// <param name="days">The days that are looked at.</param>
    /// <param name="byMonth">Month by month; else a row stands for all the days.</param>
    public static List<(LocalDate Month, string Channel, bool Delivered, bool Read)> Probe(FactReader facts, Period days, bool byMonth)
    {
        var (parameters, dialect) = (new SqlParameters(facts.Dialect), facts.Dialect);
        var sql = $"""
            SELECT {(byMonth ? dialect.StartOf(Grain.Month, "day") : parameters.Take("from", ParameterType.Date, days.From))} AS month, channel,
              bool_or(delivered_at IS NOT NULL AND NOT delivered_implied), bool_or(read_at IS NOT NULL AND NOT read_implied)
            FROM message
            WHERE direction = {dialect.Label("direction", "outbound")} AND channel <> {dialect.Label("channel", "whatsapp")} AND channel <> {dialect.Label("channel", "messenger")}
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
