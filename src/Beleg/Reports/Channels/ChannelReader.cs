using Beleg.Attribution;
using Beleg.Attribution.DataDriven;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg.Reports.Channels;

/// <summary>Reads all models of a period from the credits and touches.</summary>
public static class ChannelReader
{
    /// <summary>The two models that learn, after the rules.</summary>
    public static IReadOnlyList<string> Learned { get; } = ["markov", "shapley"];

    // Below so many orders a removal effect says more about chance than about a channel.
    private const int FewOrders = 300;

    private static readonly string[] Rules = [.. AttributionModels.Sharing.Select(m => m.Id)];

    /// <summary>The report of a period.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="period">The days by which money is booked.</param>
    /// <param name="order">How many of the last channels a state of the chain remembers, 1 to 4.</param>
    /// <param name="withNulls">Whether journeys that ended in nothing are part of the chain.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<ChannelReport> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Period period, int order, bool withNulls, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, period, order, withNulls), cancellation);

    internal static ChannelReport Read(FactReader facts, MetricSettings settings, Period period, int order, bool withNulls)
    {
        var currency = Currency.Find(settings.Currency);
        var (credits, paths) = (Credits(facts, period), Paths(facts, period));
        var journeys = JourneyTable.Of(paths);
        var (markov, shapley) = (Markov.Attribute(journeys, order, withNulls), Shapley.OfConversions(journeys));

        // The pool is what the rules share too: money of orders that have touches.
        var pool = credits.Where(c => c.Name is not null).Sum(c => c.Minor[Default]);
        var (byMarkov, byShapley) = (Shares(markov, pool), Shares(shapley, pool));
        decimal Major(long minor) => new Money(minor, currency).ToMajor();
        var touched = credits.Where(c => c.Name is not null).Select(c => c.Name!).Union(journeys.Channels).ToList();
        var rows = touched.Select(name =>
        {
            var rules = credits.Find(c => c.Name == name).Minor ?? new long[Rules.Length];
            long[] minor = [.. rules, byMarkov.GetValueOrDefault(name), byShapley.GetValueOrDefault(name)];
            return new ChannelRow(name, [.. minor.Select(Major)], markov.FirstOrDefault(m => m.Channel == name)?.Effect, shapley.FirstOrDefault(s => s.Channel == name)?.Effect);
        }).OrderByDescending(r => r.Money[Default]).ThenBy(r => r.Channel, StringComparer.Ordinal).ToList();

        // What no journey can be learned from (refunds of older orders alone) stays with nobody under the learning models.
        var none = credits.Find(c => c.Name is null).Minor ?? new long[Rules.Length];
        long[] left = [.. none, none[Default] + pool - byMarkov.Values.Sum(), none[Default] + pool - byShapley.Values.Sum()];
        rows.Add(new ChannelRow(null, [.. left.Select(Major)], null, null));
        return new ChannelReport
        {
            From = period.From,
            To = period.To,
            Currency = settings.Currency,
            Models = [.. Rules, .. Learned],
            Rows = rows,
            Totals = [.. Enumerable.Range(0, left.Length).Select(model => rows.Sum(r => r.Money[model]))],
            Order = order,
            WithNulls = withNulls,
            Converting = (long)journeys.TotalConversions,
            Nulls = (long)journeys.TotalNulls,
            Cautions = [.. Cautions(facts, settings, period, journeys)],
        };
    }

    private static int Default => Array.IndexOf(Rules, AttributionModels.Default.Id);

    private static Dictionary<string, long> Shares(IReadOnlyList<ChannelEffect> effects, long pool) =>
        effects.Zip(ChannelEffect.Allocate(effects, pool)).ToDictionary(e => e.First.Channel, e => e.Second, StringComparer.Ordinal);

    private static List<(string? Name, long[] Minor)> Credits(FactReader facts, Period period)
    {
        var sums = string.Join(", ", Rules.Select(r => $"sum({r})::bigint"));
        return facts.Rows(
            $"SELECT {Name("c")} AS name, {sums} FROM credit AS c WHERE c.day >= ?::date AND c.day < ?::date GROUP BY name ORDER BY name",
            [period.From, period.To],
            row => (row.TextOrNull(0), Enumerable.Range(1, Rules.Length).Select(i => row.Long(i)).ToArray()));
    }

    private static List<PathRow> Paths(FactReader facts, Period period) => facts.Rows(
        $"""
        WITH converted AS (
          SELECT string_agg({Name("c")}, ' > ' ORDER BY c.touch_at, c.touch) AS path
          FROM credit AS c WHERE c.kind = 'order' AND c.touch IS NOT NULL AND c.day >= $1::date AND c.day < $2::date GROUP BY c."order"
        ), nothing AS (
          SELECT string_agg({Name("t")}, ' > ' ORDER BY t."at", t.touch) AS path
          FROM touch AS t WHERE t.day >= $1::date AND t.day < $2::date AND NOT EXISTS (SELECT 1 FROM credit AS c WHERE c.touch = t.touch) GROUP BY t.contact
        )
        SELECT path, sum(ended)::bigint, sum(1 - ended)::bigint FROM (SELECT path, 1 AS ended FROM converted UNION ALL SELECT path, 0 FROM nothing) AS journeys
        GROUP BY path ORDER BY path
        """,
        [period.From, period.To],
        row => new PathRow(row.Text(0).Split(" > "), row.Long(1), 0, row.Long(2)));

    // A touch of a web visit is told from a chat's: 'email' may be both.
    private static string Name(string of) => $"CASE WHEN {of}.touch IS NULL THEN NULL WHEN {of}.is_chat THEN {of}.channel::varchar ELSE 'visit:' || {of}.traffic_channel::varchar END";

    private static IEnumerable<Words> Cautions(FactReader facts, MetricSettings settings, Period period, JourneyTable journeys)
    {
        if (journeys.TotalConversions < FewOrders)
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"Only {l.Count((decimal)journeys.TotalConversions)} journeys ended in an order; below {FewOrders} Markov and Shapley say more about chance than about channels.",
                $"Nur {l.Count((decimal)journeys.TotalConversions)} Wege endeten in einer Bestellung; unter {FewOrders} sagen Markov und Shapley mehr über den Zufall als über Kanäle."));
        }

        if (journeys.Channels.Count == 1)
            yield return new Words("There is one channel only: every model gives it everything.", "Es gibt nur einen Kanal: Jedes Modell gibt ihm alles.");
        var last = facts.Rows("SELECT max(day) FROM touch", [], row => row.DateOrNull(0)).Single();
        if (last is { } day && period.To > day.PlusDays(-(int)settings.LookBack.TotalDays))
        {
            yield return new Words(
                "The look-back is still open for the latest touches: some journeys counted as ended in nothing may yet end in an order.",
                "Das Zeitfenster der letzten Berührungen ist noch offen: Manche Wege, die hier ins Leere gehen, können noch in einer Bestellung enden.");
        }
    }
}
