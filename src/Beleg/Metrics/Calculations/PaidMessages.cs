using Beleg.Ledger;
using Beleg.Sources;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Metrics.Calculations;

/// <summary>Billable messages of one day that cost the same.</summary>
/// <param name="Day">Their day.</param>
/// <param name="ChannelLabel">Channel.</param>
/// <param name="CampaignId">Campaign; none.</param>
/// <param name="FlowId">Flow; none.</param>
/// <param name="Count">How many.</param>
/// <param name="Price">Of one, in major units of the workspace's currency; null where no rate is known.</param>
internal sealed record PaidMessages(LocalDate Day, string ChannelLabel, string? CampaignId, string? FlowId, long Count, decimal? Price)
{
    private static readonly string[] Channels = SnakeCase.Labels(typeof(Channel));
    private static readonly string[] Categories = SnakeCase.Labels(typeof(MessageCategory));

    /// <summary>Counts a period's billable messages and prices each kind by its own day.</summary>
    public static IReadOnlyList<PaidMessages> Read(FactReader facts, Composition query, RateCard card) =>
        [.. facts.ByMonth("billable messages", ["message"], query, days => Billable(facts, days), row => row.Day, _ => true).Select(row => new PaidMessages(
            row.Day, row.Channel, row.Campaign, row.Flow, row.Messages,
            card.Price((Channel)Array.IndexOf(Channels, row.Channel), row.Country, (MessageCategory)Array.IndexOf(Categories, row.Category), row.Day)))];

    private static List<Counted> Billable(FactReader facts, Period period)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT day, channel, campaign_id, flow_id, country_calling_code, category, count(*)
            FROM message
            WHERE billable AND day >= {parameters.Take("from", ParameterType.Date, period.From)} AND day < {parameters.Take("to", ParameterType.Date, period.To)}
            GROUP BY ALL
            ORDER BY ALL
            """;
        return facts.Rows(sql, parameters.Values, row => new Counted(
            row.Date(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.Text(5), row.Long(6)));
    }

    private sealed record Counted(LocalDate Day, string Channel, string? Campaign, string? Flow, string? Country, string Category, long Messages);
}
