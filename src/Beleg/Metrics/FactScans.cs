namespace Beleg.Metrics;

/// <summary>Everything the composer may scan, and the only columns a request's dimensions can reach.</summary>
internal static class FactScans
{
    // Who opted out is taken from among those who were messaged, so that the rate stays within 0 to 100 %.
    private const string Messaged = """
        (SELECT m.day, m.channel, m.flow_id, m.flow_version, m.step_id, m.campaign_id, m.category, m.template, m.contact, c.opted_out_day
        FROM message AS m JOIN contact AS c USING (contact)
        WHERE m.direction = 'outbound' AND m.kind <> 'note' AND c.opted_out_day IS NOT NULL)
        """;

    private const string Talked = """
        (SELECT v.day, v.channel, v.flow_id, v.flow_version, v.entry_point, v.campaign_id, v.contact, c.identifiers
        FROM conversation AS v JOIN contact AS c USING (contact))
        """;

    private const string Ordered = """
        (SELECT o.day, o.shop, o.evidence, o.influenced, o.new_customer, o.state, o.contact, coalesce(c.is_person, false) AS is_person
        FROM orders AS o LEFT JOIN contact AS c USING (contact))
        """;

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, FactScan> All { get; } = new[]
    {
        Scan("conversation", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("flow_version", "flow_version"), ("entry_point", "entry_point"),
            ("campaign", "campaign_id"), ("account", "account_id"), ("language", "language")),
        Scan("message", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("flow_version", "flow_version"), ("step", "step_id"),
            ("campaign", "campaign_id"), ("category", "category"), ("template", "template")),
        Scan("messaged", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("flow_version", "flow_version"), ("step", "step_id"),
            ("campaign", "campaign_id"), ("category", "category"), ("template", "template")) with { From = Messaged, Tables = ["message", "contact.opted_out_day"] },
        Scan("talked", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("flow_version", "flow_version"), ("entry_point", "entry_point"),
            ("campaign", "campaign_id")) with { From = Talked, Tables = ["conversation", "contact.identifiers"] },
        Scan("ordered", ["day"], ("shop", "shop"), ("evidence", "evidence"), ("with_chat", "influenced"), ("new_customer", "new_customer")) with
        {
            From = Ordered,
            Tables = ["orders", "contact.is_person"],
        },
        Scan("flow_run", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("flow_version", "flow_version"), ("entry_point", "entry_point")),
        Scan("step_visit", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("flow_version", "flow_version"), ("step", "step_id"), ("branch", "branch")),
        Scan("lead", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("entry_point", "entry_point"), ("campaign", "campaign_id")),
        Scan("survey", ["day"], ("channel", "channel"), ("flow", "flow_id"), ("rated", "rated")),
        Scan("visit", ["day"], ("traffic_channel", "traffic_channel"), ("with_chat", "with_chat")),
        Scan("orders", ["day"], ("shop", "shop"), ("evidence", "evidence"), ("with_chat", "influenced"), ("new_customer", "new_customer")),
        Scan("credit", ["day", "conversation_day"], ("channel", "channel"), ("flow", "flow_id"), ("entry_point", "entry_point"),
            ("campaign", "campaign_id"), ("evidence", "evidence"), ("traffic_channel", "traffic_channel"), ("new_customer", "new_customer")),
        Scan("cart", ["day"], ("shop", "shop")),
        Scan("cancellation_intent", ["day"], ("channel", "channel"), ("flow", "flow_id")),
        Scan("deal", ["day"]),
        Scan("handoff", ["day"], ("channel", "channel"), ("flow", "flow_id")),
        Scan("appointment", ["day"], ("channel", "channel"), ("flow", "flow_id")),
    }.ToDictionary(s => s.Name, StringComparer.Ordinal);

    private static FactScan Scan(string name, string[] times, params (string Dimension, string Column)[] dimensions) =>
        new(name, name, "contact", times, dimensions.ToDictionary(d => d.Dimension, d => d.Column, StringComparer.Ordinal));
}
