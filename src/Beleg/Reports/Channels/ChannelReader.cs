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
    public static IReadOnlyList<string> Learning => LearnedWeights.Models;

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
        var credits = Credits(facts, period);
        var journeys = JourneyReader.Read(facts, period);
        var (markov, shapley) = (Markov.Attribute(journeys, order, withNulls), journeys.Channels.Count == 0 ? [] : Shapley.OfRates(journeys, LearnedWeights.Seed));

        // Shared order by order, as the figures under these models are; so a channel's money is what the figure says of it.
        LearnedWeights[] weights = [LearnedWeights.Of("markov", period, journeys, markov), LearnedWeights.Of("shapley", period, journeys, shapley)];
        Dictionary<string, long>[] learned = [.. weights.Select(w => Learned(facts, period, w))];
        decimal Major(long minor) => new Money(minor, currency).ToMajor();
        var touched = credits.Where(c => c.Name is not null).Select(c => c.Name!).Union(journeys.Channels).ToList();
        var rows = touched.Select(name =>
        {
            var rules = credits.Find(c => c.Name == name).Minor ?? new long[Rules.Length];
            long[] minor = [.. rules, .. learned.Select(l => l.GetValueOrDefault(name))];
            return new ChannelRow(name, [.. minor.Select(Major)], markov.FirstOrDefault(m => m.Channel == name)?.Effect, shapley.FirstOrDefault(s => s.Channel == name)?.Conversions);
        }).OrderByDescending(r => r.Money[Default]).ThenBy(r => r.Channel, StringComparer.Ordinal).ToList();

        var none = credits.Find(c => c.Name is null).Minor ?? new long[Rules.Length];
        long[] left = [.. none, none[Default], none[Default]];
        rows.Add(new ChannelRow(null, [.. left.Select(Major)], null, null));
        return new ChannelReport
        {
            From = period.From,
            To = period.To,
            Currency = settings.Currency,
            Models = [.. Rules, .. Learning],
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

    private static Dictionary<string, long> Learned(FactReader facts, Period period, LearnedWeights weights) => facts.Rows(
        $"""
        SELECT {JourneyReader.NameOf("c")} AS name, sum({LearnedCredit.Column})::bigint FROM {new LearnedColumns(facts, weights).From(period, "day >= $1::date AND day < $2::date")} AS c
        WHERE c.day >= $1::date AND c.day < $2::date AND c.touch IS NOT NULL GROUP BY name ORDER BY name
        """,
        [period.From, period.To],
        row => (Name: row.Text(0), Minor: row.Long(1))).ToDictionary(r => r.Name, r => r.Minor, StringComparer.Ordinal);

    private static List<(string? Name, long[] Minor)> Credits(FactReader facts, Period period)
    {
        var sums = string.Join(", ", Rules.Select(r => $"sum({r})::bigint"));
        return facts.Rows(
            $"SELECT {JourneyReader.NameOf("c")} AS name, {sums} FROM credit AS c WHERE c.day >= ?::date AND c.day < ?::date GROUP BY name ORDER BY name",
            [period.From, period.To],
            row => (row.TextOrNull(0), Enumerable.Range(1, Rules.Length).Select(i => row.Long(i)).ToArray()));
    }

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
