namespace Beleg.Benchmarks.Stream;

/// <summary>
/// What the fold, the attribution and the writing do, as somebody would write it in the engine's own SQL over a table of events whose
/// contacts are known already. It leaves out what SQL has no short way for: joining identities, copies of a delivery, business hours,
/// goals that are confirmed, evidence, refunds by part, and every model but linear.
/// </summary>
internal static class FoldSql
{
    /// <summary>What the events are read from. Kinds are numbered as in the journal.</summary>
    public const string Events = """
        CREATE TABLE events (contact BIGINT, kind INTEGER, ts TIMESTAMP, message BIGINT, channel INTEGER, actor INTEGER, run BIGINT, flow VARCHAR, step VARCHAR, entry INTEGER, "order" VARCHAR, minor BIGINT, bid VARCHAR)
        """;

    public static IReadOnlyList<string> Statements { get; } =
    [
        """
        CREATE TABLE told AS
        SELECT *, sum(opens) OVER (PARTITION BY contact, channel ORDER BY ts, message) AS episode
        FROM (
          SELECT *, CASE WHEN ts - lag(ts) OVER (PARTITION BY contact, channel ORDER BY ts, message) <= INTERVAL 24 HOUR THEN 0 ELSE 1 END AS opens
          FROM events WHERE kind IN (2, 3))
        """,
        """
        CREATE TABLE life AS
        SELECT message, min(ts) FILTER (WHERE kind = 4) AS delivered_at, min(ts) FILTER (WHERE kind = 5) AS read_at, min(ts) FILTER (WHERE kind = 6) AS failed_at
        FROM events WHERE kind IN (4, 5, 6) GROUP BY message
        """,
        """
        CREATE TABLE message AS
        SELECT t.message, t.contact, hash(t.contact, t.channel, t.episode) AS conversation, t.channel, t.ts, t.ts::DATE AS day, t.kind = 2 AS inbound, t.actor, t.flow,
          least(l.delivered_at, l.read_at) AS delivered_at, l.read_at, l.failed_at,
          CASE WHEN t.kind = 3 THEN min(CASE WHEN t.kind = 2 THEN t.ts END) OVER (PARTITION BY t.contact, t.channel, t.episode ORDER BY t.ts, t.message ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) END AS replied_at
        FROM told AS t LEFT JOIN life AS l ON l.message = t.message
        ORDER BY day, t.ts
        """,
        """
        CREATE TABLE conversation AS
        SELECT conversation, any_value(contact) AS contact, any_value(channel) AS channel, min(ts) AS started_at, min(ts)::DATE AS day, max(ts) AS ended_at,
          count(*) FILTER (WHERE inbound) AS inbound, count(*) FILTER (WHERE NOT inbound) AS outbound, bool_or(flow IS NOT NULL) AS automated,
          min(ts) FILTER (WHERE inbound) AS first_inbound_at, min(ts) FILTER (WHERE NOT inbound) AS first_outbound_at,
          arg_min(read_at IS NOT NULL, ts) FILTER (WHERE NOT inbound) AS first_outbound_read, arg_min(flow, ts) AS flow, mode(actor) AS actor,
          lead(min(ts)) OVER (PARTITION BY any_value(contact) ORDER BY min(ts)) - max(ts) AS returned_after
        FROM message GROUP BY conversation ORDER BY day, started_at
        """,
        """
        CREATE TABLE flow_run AS
        SELECT run, any_value(contact) AS contact, any_value(flow) AS flow, min(ts) AS entered_at, min(ts)::DATE AS day, max(ts) AS last_at, count(*) FILTER (WHERE kind = 10) AS steps, bool_or(kind = 12) AS goal_reached,
          any_value(entry) AS entry
        FROM events WHERE kind IN (9, 10, 12, 13) AND run IS NOT NULL GROUP BY run ORDER BY day, entered_at
        """,
        """
        CREATE TABLE step_visit AS
        SELECT run, step, any_value(contact) AS contact, any_value(flow) AS flow, min(ts) AS ts, min(ts)::DATE AS day, count(*) AS visits,
          lead(min(ts)) OVER (PARTITION BY run ORDER BY min(ts)) AS left_at
        FROM events WHERE kind = 10 AND run IS NOT NULL GROUP BY run, step ORDER BY day, ts
        """,
        """
        CREATE TABLE contact AS
        SELECT contact, min(ts) AS first_seen_at, max(ts) AS last_seen_at, min(ts)::DATE AS first_day, min(ts) FILTER (WHERE kind = 3) AS first_messaged_at, arg_min(entry, ts) AS entry
        FROM events GROUP BY contact
        """,
        """
        CREATE TABLE handoff AS SELECT contact, ts, ts::DATE AS day FROM events WHERE kind IN (14, 15, 16) ORDER BY day, ts
        """,
        """
        CREATE TABLE other AS SELECT contact, kind, ts, ts::DATE AS day FROM events WHERE kind IN (17, 21, 23, 24, 26) ORDER BY day, ts
        """,
        """
        CREATE TABLE touch AS
        SELECT contact, ts, day, channel, bid, conversation FROM (
          SELECT contact, started_at AS ts, day, channel, NULL AS bid, conversation FROM conversation
          UNION ALL SELECT contact, ts, ts::DATE, channel, bid, NULL FROM events WHERE kind = 8)
        ORDER BY day, ts
        """,
        """
        CREATE TABLE orders AS
        SELECT o."order", coalesce(c.contact, o.contact) AS contact, o.ts AS placed_at, o.ts::DATE AS day, o.minor - coalesce(r.minor, 0) AS net_minor
        FROM (SELECT "order", arg_min(contact, ts) AS contact, min(ts) AS ts, arg_max(minor, ts) AS minor, any_value(bid) AS bid FROM events WHERE kind IN (30, 31) GROUP BY "order") AS o
        LEFT JOIN (SELECT bid, min(contact) AS contact FROM events WHERE kind = 8 AND bid IS NOT NULL GROUP BY bid) AS c ON c.bid = o.bid
        LEFT JOIN (SELECT "order", sum(minor) AS minor FROM events WHERE kind = 32 GROUP BY "order") AS r ON r."order" = o."order"
        ORDER BY day, placed_at
        """,
        """
        CREATE TABLE credit AS
        SELECT *, net_minor // touches + CASE WHEN place <= net_minor % touches THEN 1 ELSE 0 END AS linear FROM (
          SELECT o."order", o.contact, o.day, o.net_minor, t.ts, t.channel, t.conversation,
            count(*) OVER (PARTITION BY o."order") AS touches, row_number() OVER (PARTITION BY o."order" ORDER BY t.ts) AS place
          FROM orders AS o JOIN touch AS t ON t.contact = o.contact AND t.ts <= o.placed_at AND t.ts >= o.placed_at - INTERVAL 30 DAY)
        ORDER BY day
        """,
        "CHECKPOINT",
    ];
}
