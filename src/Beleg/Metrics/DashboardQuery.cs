using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>What the first page asks: every tile, month by month, in one go. Closed months are kept, so it is asked as often as one likes.</summary>
public static class DashboardQuery
{
    /// <summary>How far back its trends go.</summary>
    public const int Months = 24;

    /// <summary>The figures of its tiles, the headline first.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        "revenue_per_chat", "attributed_revenue", "influenced_revenue", "dm_to_sale", "revenue_per_recipient", "aov",
        "automated_conversations", "containment_rate", "verified_containment_rate", "abandonment_rate", "self_serve_rate", "handoff_rate",
        "first_response_time_automated", "first_response_time_human", "opener_dropoff", "first_message_open_rate", "lead_capture_rate",
        "csat", "delivery_rate", "ctr", "opt_out_rate", "fallback_rate",
    ];

    /// <summary>The request up to and with a month.</summary>
    public static MetricRequest UpTo(YearMonth last, MetricCatalogue catalogue, int months = Months)
    {
        var month = Period.Month(last);
        return new MetricRequest
        {
            Metrics = [.. Metrics.Select(id => catalogue.Find(id)!)],
            Period = new Period(month.From.PlusMonths(1 - months), month.To),
            Grain = Grain.Month,
            Intervals = false,
            Totals = false,
        };
    }
}
