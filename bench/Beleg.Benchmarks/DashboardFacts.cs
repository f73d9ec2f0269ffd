using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Benchmarks;

/// <summary>Facts of any size made inside the engine: 24 months to September 2026, six channels, in the order of time, as a rebuild leaves them.</summary>
internal static class DashboardFacts
{
    private const string Channel = "(['whatsapp', 'instagram', 'messenger', 'webchat', 'telegram', 'sms'])[1 + (h % 6)::INT]::channel";
    private const string Day = "DATE '2024-10-01' + (i * 730 // n)::INT";
    private const string At = "TIMESTAMP '2024-10-01' + to_microseconds(i * (730 * 86400000000 // n))";

    /// <summary>Fills a workspace: six messages a conversation, four conversations a contact, an order in ten conversations.</summary>
    public static WorkspaceWarehouse Make(DuckDbInstance instance, string workspace, long messages)
    {
        var warehouse = WorkspaceWarehouse.Open(instance, workspace);
        using var connection = instance.Connect($"ws_{workspace}");
        var conversations = messages / 6;
        Insert(connection, "contact", conversations / 4, new()
        {
            ["contact"] = "i + 1",
            ["is_person"] = "true",
            ["first_seen_at"] = At,
            ["last_seen_at"] = $"{At} + INTERVAL 1 HOUR",
            ["first_day"] = Day,
            ["first_source"] = "'bench'",
            ["opted_out_day"] = $"CASE WHEN h % 40 = 0 THEN {Day} END",
            ["first_messaged_day"] = Day,
        });
        Insert(connection, "conversation", conversations, new()
        {
            ["conversation"] = "i + 1",
            ["contact"] = $"1 + h % {conversations / 4}",
            ["channel"] = Channel,
            ["started_at"] = At,
            ["day"] = Day,
            ["ended_at"] = $"{At} + INTERVAL 9 MINUTE",
            ["automated"] = "h % 11 <> 0",
            ["human_involved"] = "h % 5 = 0",
            ["human_acted"] = "h % 7 = 0",
            ["abandoned"] = "h % 6 = 0",
            ["goal_reached"] = "h % 3 = 0",
            ["confirmed"] = "h % 13 = 0",
            ["return_after_ms"] = "CASE WHEN h % 4 = 0 THEN h % 500000000 END",
            ["human_after_ms"] = "CASE WHEN h % 9 = 0 THEN h % 500000000 END",
            ["automated_response_ms"] = "CASE WHEN h % 17 <> 0 THEN h % 90000 END",
            ["human_clock_at"] = $"CASE WHEN h % 5 = 0 THEN {At} END",
            ["human_response_ms"] = "CASE WHEN h % 5 = 0 THEN h % 3000000 END",
            ["first_inbound_at"] = At,
            ["opener_visited"] = "h % 2 = 0",
            ["opener_left"] = "h % 4 = 0",
            ["first_outbound_delivered"] = "true",
            ["first_outbound_read"] = "h % 3 > 0",
            ["lead_with_consent"] = "h % 12 = 0",
            ["fallbacks"] = "(h % 3)::INT",
            ["inbound_read_by_automation"] = "3",
            ["flow_id"] = "'flow ' || (h % 20)",
        });
        Insert(connection, "message", messages, new()
        {
            ["message"] = "i + 1",
            ["contact"] = $"1 + h % {conversations / 4}",
            ["conversation"] = "1 + i // 6",
            ["channel"] = Channel,
            ["at"] = At,
            ["day"] = Day,
            ["direction"] = "(CASE WHEN i % 2 = 0 THEN 'inbound' ELSE 'outbound' END)::direction",
            ["kind"] = "'answer'",
            ["delivered_at"] = $"CASE WHEN h % 20 > 0 THEN {At} END",
            ["read_at"] = $"CASE WHEN h % 3 > 0 THEN {At} END",
            ["replied_at"] = $"CASE WHEN h % 5 = 0 THEN {At} END",
            ["has_links"] = "h % 4 = 0",
            ["has_buttons"] = "h % 3 = 0",
            ["link_clicked_at"] = $"CASE WHEN h % 16 = 0 THEN {At} END",
            ["button_clicked_at"] = $"CASE WHEN h % 9 = 0 THEN {At} END",
        });
        Insert(connection, "survey", conversations / 10, new()
        {
            ["survey"] = "i + 1",
            ["contact"] = $"1 + h % {conversations / 4}",
            ["channel"] = Channel,
            ["answered_at"] = At,
            ["day"] = Day,
            ["type"] = "'csat'",
            ["score"] = "(1 + h % 5)::INT",
            ["scale_min"] = "1",
            ["scale_max"] = "5",
            ["rated"] = "'bot'",
        });
        Insert(connection, "orders", conversations / 10, new()
        {
            ["order"] = "i + 1",
            ["contact"] = $"1 + h % {conversations / 4}",
            ["shop"] = "'bench'",
            ["order_id"] = "i::VARCHAR",
            ["placed_at"] = At,
            ["day"] = Day,
            ["state"] = "'counted'",
            ["currency"] = "'EUR'",
            ["net_minor"] = "1000 + h % 9000",
            ["gross_minor"] = "1000 + h % 9000",
            ["rate"] = "1",
            ["evidence"] = "'c'",
        });
        Insert(connection, "credit", conversations / 5, new()
        {
            ["order"] = "1 + i // 2",
            ["booking"] = "1 + i // 2",
            ["touch"] = "i + 1",
            ["contact"] = $"1 + h % {conversations / 4}",
            ["booked_at"] = At,
            ["day"] = Day,
            ["kind"] = "'order'",
            ["is_chat"] = "h % 4 > 0",
            ["evidence"] = "'c'",
            ["conversation"] = "1 + i * 5",
            ["conversation_day"] = Day,
            ["conversation_automated"] = "true",
            ["channel"] = Channel,
            ["linear"] = "500 + h % 4500",
            ["influenced"] = "CASE WHEN i % 2 = 0 THEN 1000 + h % 9000 ELSE 0 END",
            ["weighted"] = "127",
        });
        connection.ExecuteScript("checkpoint");
        return warehouse;
    }

    // Columns that nobody named get the plainest value there is.
    internal static void Insert(DuckDbConnection connection, string table, long rows, Dictionary<string, string> columns)
    {
        var fact = FactTables.All.Single(t => t.Name == table);
        var values = fact.Columns.Select(c => columns.GetValueOrDefault(c.Name) ?? (c.Required ? Plain(c.Type) : "NULL"));
        connection.Execute($"""
            INSERT INTO {table} SELECT {string.Join(", ", values)}
            FROM (SELECT i, {rows}::BIGINT AS n, (hash(i) >> 3)::BIGINT AS h FROM range({rows}) AS numbers(i)) AS made
            """);
    }

    private static string Plain(FactType type) => type.Kind switch
    {
        FactKind.Bool => "false",
        FactKind.Text => "''",
        FactKind.Label => $"'{type.Known[0]}'",
        FactKind.Date => Day,
        FactKind.Instant => At,
        _ => "0",
    };
}
