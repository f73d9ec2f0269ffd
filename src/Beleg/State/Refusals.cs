using System.Text.Json;
using Beleg.Sources;
using Microsoft.Data.Sqlite;

namespace Beleg.State;

/// <summary>What translation refused, and how far it came, by source.</summary>
public sealed class Refusals
{
    private const int MaxDetail = 500;
    private readonly StateDatabase database;

    internal Refusals(StateDatabase database) => this.database = database;

    /// <summary>
    /// Notes what came of some deliveries, in the order of the journal. The refusals of each replace those it had; a delivery that was
    /// counted before is not counted again, so noting a lot twice (after a crash) changes nothing.
    /// </summary>
    public void Record(string workspace, IReadOnlyList<TranslatedDelivery> deliveries) =>
        database.Write(session =>
        {
            foreach (var group in deliveries.GroupBy(delivery => delivery.Source, StringComparer.Ordinal))
                Record(session, workspace, group.Key, [.. group]);
        });

    /// <summary>Forgets everything of a workspace, before it is derived anew.</summary>
    public void Clear(string workspace) =>
        database.Write(session =>
        {
            session.Execute("DELETE FROM refusal WHERE workspace = $workspace", ("$workspace", workspace));
            session.Execute("DELETE FROM translated WHERE workspace = $workspace", ("$workspace", workspace));
        });

    /// <summary>Refused items, newest first.</summary>
    /// <param name="workspace">Name of the workspace.</param>
    /// <param name="source">Of this source only; of all where null.</param>
    /// <param name="reason">For this reason only; for all where null.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<RefusedItem> List(string workspace, string? source, RefusalReason? reason, int most) =>
        database.Read(session => session.Query(
            """
            SELECT source, seq, item, reason, detail, at FROM refusal
            WHERE workspace = $workspace AND source = coalesce($source, source) AND reason = coalesce($reason, reason)
            ORDER BY seq DESC, number DESC LIMIT $most
            """,
            Map, ("$workspace", workspace), ("$source", source), ("$reason", reason is { } code ? Code(code) : null), ("$most", most)));

    /// <summary>How much was refused, by source and reason.</summary>
    public IReadOnlyList<RefusalCount> Counts(string workspace) =>
        database.Read(session => session.Query(
            "SELECT source, reason, count(*) FROM refusal WHERE workspace = $workspace GROUP BY source, reason ORDER BY source, reason",
            row => new RefusalCount(row.GetString(0), Reason(row.GetString(1)), row.GetInt64(2)), ("$workspace", workspace)));

    /// <summary>How far translation came, by source.</summary>
    public IReadOnlyList<SourceTally> Tallies(string workspace) =>
        database.Read(session => session.Query(
            "SELECT source, seq, received_at, deliveries, events, last_occurred_at FROM translated WHERE workspace = $workspace ORDER BY source",
            row => new SourceTally(row.GetString(0), row.GetInt64(1), row.InstantAt(2), row.GetInt64(3), row.GetInt64(4), row.InstantOrNull(5)),
            ("$workspace", workspace)));

    private static void Record(StateSession session, string workspace, string source, List<TranslatedDelivery> deliveries)
    {
        var counted = session.First("SELECT seq FROM translated WHERE workspace = $workspace AND source = $source",
            row => row.GetInt64(0), ("$workspace", workspace), ("$source", source));
        var fresh = deliveries.Where(delivery => delivery.Seq > counted).ToList();
        if (fresh.Count > 0)
            Count(session, workspace, source, fresh);
        foreach (var delivery in deliveries)
        {
            // Most deliveries are new and wholly understood: nothing to delete and nothing to add.
            if (delivery.Seq <= counted)
                session.Execute("DELETE FROM refusal WHERE workspace = $workspace AND seq = $seq", ("$workspace", workspace), ("$seq", delivery.Seq));
            Add(session, workspace, delivery);
        }
    }

    private static void Count(StateSession session, string workspace, string source, List<TranslatedDelivery> fresh) =>
        session.Execute(
            """
            INSERT INTO translated (workspace, source, seq, received_at, deliveries, events, last_occurred_at)
            VALUES ($workspace, $source, $seq, $received, $deliveries, $events, $occurred)
            ON CONFLICT (workspace, source) DO UPDATE SET
              seq = excluded.seq, received_at = excluded.received_at,
              deliveries = deliveries + excluded.deliveries, events = events + excluded.events,
              last_occurred_at = nullif(max(coalesce(last_occurred_at, -1), coalesce(excluded.last_occurred_at, -1)), -1)
            """,
            ("$workspace", workspace), ("$source", source), ("$seq", fresh[^1].Seq), ("$received", fresh[^1].ReceivedAt), ("$deliveries", fresh.Count),
            ("$events", fresh.Sum(delivery => (long)delivery.Events)), ("$occurred", fresh.Max(delivery => delivery.LastOccurredAt)));

    private static void Add(StateSession session, string workspace, in TranslatedDelivery delivery)
    {
        for (var number = 0; number < delivery.Refusals.Count; number++)
        {
            var refusal = delivery.Refusals[number];
            session.Execute(
                """
                INSERT INTO refusal (workspace, seq, number, source, item, reason, detail, at)
                VALUES ($workspace, $seq, $number, $source, $item, $reason, $detail, $at)
                """,
                ("$workspace", workspace), ("$seq", delivery.Seq), ("$number", number), ("$source", delivery.Source), ("$item", refusal.Item),
                ("$reason", Code(refusal.Reason)), ("$detail", refusal.Detail.Length > MaxDetail ? refusal.Detail[..MaxDetail] : refusal.Detail), ("$at", delivery.ReceivedAt));
        }
    }

    private static RefusedItem Map(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), new Refusal(row.GetInt32(2), Reason(row.GetString(3)), row.GetString(4)), row.InstantAt(5));

    /// <summary>The released code of a reason: its name in snake_case.</summary>
    public static string Code(RefusalReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static RefusalReason Reason(string code) => Enum.GetValues<RefusalReason>().First(reason => Code(reason) == code);
}
