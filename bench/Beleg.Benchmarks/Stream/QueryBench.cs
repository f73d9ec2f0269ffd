using System.Diagnostics;
using Beleg.Metrics;
using Beleg.Primitives;
using NodaTime;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks.Stream;

/// <summary>The figures behind a whole dashboard, 24 months by month, against SQL that a person wrote over the same facts.</summary>
internal static class QueryBench
{
    private static readonly string[] Tiles =
    [
        "automated_conversations", "no_human_rate", "containment_rate", "abandonment_rate", "verified_containment_rate", "self_serve_rate", "handoff_rate",
        "human_handled_conversations", "first_response_time_automated", "first_response_time_human", "time_to_resolution", "fallback_rate", "lead_capture_rate",
        "delivery_rate", "read_rate", "ctr", "reply_rate", "attributed_revenue", "influenced_revenue", "revenue_per_chat", "aov", "dm_to_sale",
    ];

    /// <summary>What a person would write who knows the facts: one scan a table, no intervals.</summary>
    private static readonly string[] ByHand =
    [
        """
        select date_trunc('month', day) as month, count(*) filter (automated), count(*) filter (automated and not human_involved),
          count(*) filter (automated and not human_involved and not abandoned), count(*) filter (automated and abandoned),
          count(*) filter (automated and not human_involved and not abandoned and (human_after_ms is null or human_after_ms >= 259200000)),
          count(*) filter (automated and (goal_reached or confirmed) and not human_involved and (return_after_ms is null or return_after_ms >= 259200000)),
          count(*) filter (automated and handoff_requested), count(*) filter (human_acted), count(*) filter (automated and lead_with_consent),
          sum(fallbacks), sum(inbound_read_by_automation),
          quantile_disc(automated_response_ms, [0.5, 0.9]), quantile_disc(human_response_ms, [0.5, 0.9]), quantile_disc(time_to_resolution_ms, [0.5, 0.9])
        from conversation where day >= date '2024-10-01' and day < date '2026-10-01' group by 1 order by 1
        """,
        """
        select date_trunc('month', day) as month, count(*) filter (direction = 'outbound'), count(delivered_at) filter (direction = 'outbound'),
          count(read_at) filter (direction = 'outbound'),
          count(distinct contact) filter (direction = 'outbound' and delivered_at is not null),
          count(distinct contact) filter (direction = 'outbound' and delivered_at is not null and (button_clicked_at is not null or link_clicked_at is not null)),
          count(distinct contact) filter (direction = 'outbound' and delivered_at is not null and replied_at is not null)
        from message where day >= date '2024-10-01' and day < date '2026-10-01' group by 1 order by 1
        """,
        "select date_trunc('month', day) as month, sum(linear) filter (is_chat), sum(influenced) from credit where day >= date '2024-10-01' and day < date '2026-10-01' group by 1 order by 1",
        "select date_trunc('month', conversation_day) as month, sum(linear), count(distinct conversation) filter (linear > 0) from credit where conversation_automated and conversation_day >= date '2024-10-01' and conversation_day < date '2026-10-01' group by 1 order by 1",
        "select date_trunc('month', day) as month, sum(net_minor), count(*) from orders where state = 'counted' and net_minor > 0 and day >= date '2024-10-01' and day < date '2026-10-01' group by 1 order by 1",
    ];

    public static async Task<Figure> RunAsync(BenchWorkspace workspace, int rounds, string name)
    {
        var engine = new MetricEngine();
        var request = new MetricRequest
        {
            Metrics = [.. Tiles.Select(id => MetricCatalogue.Default.Find(id) ?? throw new InvalidOperationException(id))],
            Period = new Primitives.Period(new LocalDate(2024, 10, 1), new LocalDate(2026, 10, 1)),
            Grain = Grain.Month,
            Intervals = false,
        };
        var settings = new MetricSettings { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] };
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var sql in ByHand)
                Drain(workspace, sql);
            var byHand = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            await engine.QueryAsync(workspace.Warehouse, request, settings);
            var composed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (round > 0)
                (ours, bare) = ([.. ours, composed], [.. bare, byHand]);
        }

        return new Figure(name, ours, bare, "≤ 1.3 ×", $"{Tiles.Length} metrics by month");
    }

    private static void Drain(BenchWorkspace workspace, string sql)
    {
        using var reading = workspace.Warehouse.Read();
        reading.Connection.Query(sql, [], row => row.IsNull(0));
    }
}
