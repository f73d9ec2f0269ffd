using System.Text.Json;
using Beleg.Sources;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>
/// What translation refused, and how far it came, by source. Counts are exact; of the items only the latest of each source and reason are
/// kept, so that a sender that is always wrong fills no disk.
/// </summary>
public sealed class Refusals
{
    /// <summary>Items kept of each source and reason.</summary>
    public const int MostSamples = 200;

    private const int MaxDetail = 500;
    private readonly StateDatabase database;

    internal Refusals(StateDatabase database) => this.database = database;

    /// <summary>
    /// Notes what came of some deliveries, in the order of the journal. A delivery that was counted before is not counted again, so
    /// noting a lot twice (after a crash) changes nothing; what a fix changes comes out of <see cref="Recount"/>.
    /// </summary>
    public void Record(string workspace, IReadOnlyList<TranslatedDelivery> deliveries) =>
        database.Write(session =>
        {
            foreach (var group in deliveries.GroupBy(delivery => delivery.Source, StringComparer.Ordinal))
                Record(session, workspace, group.Key, [.. group]);
        });

    /// <summary>Begins to count everything of a workspace anew, because all of it is translated again.</summary>
    public RefusalRecount Recount(string workspace) => new(counted => database.Write(session => Replace(session, workspace, counted)));

    /// <summary>The latest refused items, newest first; at most <see cref="MostSamples"/> of each source and reason are kept.</summary>
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

    /// <summary>How much was refused, by source and reason: exact, however much it is.</summary>
    public IReadOnlyList<RefusalCount> Counts(string workspace) =>
        database.Read(session => session.Query(
            "SELECT source, reason, items, last_at FROM refusal_count WHERE workspace = $workspace ORDER BY source, reason",
            row => new RefusalCount(row.GetString(0), Reason(row.GetString(1)), row.GetInt64(2), row.InstantAt(3)), ("$workspace", workspace)));

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
        if (fresh.Count == 0)
            return;
        Count(session, workspace, source, fresh);
        var items = fresh.SelectMany(delivery => delivery.Refusals.Select((refusal, number) => (delivery.Seq, Number: number, Refusal: refusal, At: delivery.ReceivedAt)));
        foreach (var same in items.GroupBy(item => item.Refusal.Reason))
        {
            var (count, lastAt) = (same.LongCount(), same.Max(item => item.At));
            AddCount(session, workspace, source, same.Key, count, lastAt);
            foreach (var (seq, number, refusal, at) in same.TakeLast(MostSamples))
                AddSample(session, workspace, source, seq, number, refusal, at);
            // Older samples give way; the count goes on.
            session.Execute(
                """
                DELETE FROM refusal WHERE workspace = $workspace AND source = $source AND reason = $reason AND (seq, number) <=
                  (SELECT seq, number FROM refusal WHERE workspace = $workspace AND source = $source AND reason = $reason ORDER BY seq DESC, number DESC LIMIT 1 OFFSET $most)
                """,
                ("$workspace", workspace), ("$source", source), ("$reason", Code(same.Key)), ("$most", MostSamples));
        }
    }

    private static void Replace(StateSession session, string workspace, RefusalRecount counted)
    {
        foreach (var table in (string[])["DELETE FROM refusal WHERE workspace = $workspace", "DELETE FROM refusal_count WHERE workspace = $workspace", "DELETE FROM translated WHERE workspace = $workspace"])
            session.Execute(table, ("$workspace", workspace));
        foreach (var tally in counted.Tallies)
        {
            session.Execute(
                "INSERT INTO translated (workspace, source, seq, received_at, deliveries, events, last_occurred_at) VALUES ($workspace, $source, $seq, $received, $deliveries, $events, $occurred)",
                ("$workspace", workspace), ("$source", tally.Source), ("$seq", tally.Seq), ("$received", tally.ReceivedAt), ("$deliveries", tally.Deliveries), ("$events", tally.Events),
                ("$occurred", tally.LastOccurredAt));
        }

        foreach (var ((source, reason), same) in counted.Refused)
        {
            AddCount(session, workspace, source, reason, same.Items, same.LastAt);
            foreach (var (seq, number, refusal, at) in same.Samples)
                AddSample(session, workspace, source, seq, number, refusal, at);
        }
    }

    private static void AddCount(StateSession session, string workspace, string source, RefusalReason reason, long items, Instant lastAt) =>
        session.Execute(
            """
            INSERT INTO refusal_count (workspace, source, reason, items, last_at) VALUES ($workspace, $source, $reason, $items, $at)
            ON CONFLICT (workspace, source, reason) DO UPDATE SET items = items + excluded.items, last_at = max(last_at, excluded.last_at)
            """,
            ("$workspace", workspace), ("$source", source), ("$reason", Code(reason)), ("$items", items), ("$at", lastAt));

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

    private static void AddSample(StateSession session, string workspace, string source, long seq, int number, Refusal refusal, Instant at) =>
        session.Execute(
            """
            INSERT INTO refusal (workspace, seq, number, source, item, reason, detail, at)
            VALUES ($workspace, $seq, $number, $source, $item, $reason, $detail, $at)
            """,
            ("$workspace", workspace), ("$seq", seq), ("$number", number), ("$source", source), ("$item", refusal.Item),
            ("$reason", Code(refusal.Reason)), ("$detail", refusal.Detail.Length > MaxDetail ? refusal.Detail[..MaxDetail] : refusal.Detail), ("$at", at));

    private static RefusedItem Map(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), new Refusal(row.GetInt32(2), Reason(row.GetString(3)), row.GetString(4)), row.InstantAt(5));

    /// <summary>The released code of a reason: its name in snake_case.</summary>
    public static string Code(RefusalReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static RefusalReason Reason(string code) => Enum.GetValues<RefusalReason>().First(reason => Code(reason) == code);
}
