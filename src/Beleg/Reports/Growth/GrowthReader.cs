using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Warehouse;
using Beleg.Warehouse.Facts;

namespace Beleg.Reports.Growth;

/// <summary>Reads what a renewal is about. Triggers read the metrics; none computes a figure of its own.</summary>
public sealed class GrowthReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    /// <summary>An operator sets it to 1, 2 or 3.</summary>
    private const string TierId = "retainer_tier";

    private const int MonthsOfAYear = 12;
    private const int TriggersForMore = 2;

    private static readonly string[] Asked =
        ["automated_conversations", "verified_containment_rate", "influenced_revenue", "net_value", "roi_pct", "orders_without_identity", "stitched_contact_share"];

    /// <summary>The report of a month; money of evidence A to C.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<GrowthReport> ReadAsync(Period period, CancellationToken cancellation) => engine.ReadAsync(warehouse, facts => Read(facts, period), cancellation);

    private GrowthReport Read(FactReader facts, Period period)
    {
        var query = CompositionReader.Read(facts, period, settings, EvidenceBasis.Conservative);
        var request = new MetricRequest { Metrics = [.. Asked.Select(id => MetricCatalogue.Default.Find(id)!)], Period = period, Basis = EvidenceBasis.Conservative };
        var figures = new Answering(facts, request, settings).Answer();
        var scene = GrowthScene.Read(facts, query, figures);
        var (orders, touched) = Orders(facts, period);
        var all = scene.Channels.Sum(c => c.All);
        var solved = figures["verified_containment_rate"].Total.Numerator ?? 0;
        UpsellTrigger[] triggers = [.. UpsellRules.All(scene).OrderByDescending(t => t.Fires)];
        var tier = Tier(facts, period);
        return new GrowthReport
        {
            From = period.From,
            To = period.To,
            SupportShare = all == 0 ? null : decimal.Round(Math.Min(1, solved / all), 6),
            SalesShare = orders == 0 ? null : decimal.Round((decimal)touched / orders, 6),
            Coverage = Coverage(all, solved, orders, touched),
            Renewal = Renewal(figures["net_value"].Total),
            Triggers = triggers,
            Tier = tier,
            Proposed = Proposed(tier ?? RetainerTier.Essential, triggers) is var next && next != tier ? next : null,
        };
    }

    private static (long Orders, long Touched) Orders(FactReader facts, Period period)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT count(*), count(*) FILTER (WHERE influenced) FROM orders
            WHERE state = 'counted' AND day >= {parameters.Take("from", ParameterType.Date, period.From)} AND day < {parameters.Take("to", ParameterType.Date, period.To)}
            """;
        return facts.Rows(sql, parameters.Values, row => (row.Long(0), row.Long(1))).Single();
    }

    private static Words Coverage(long all, decimal solved, long orders, long touched) => ReportLanguage.Say(l =>
    {
        var support = all == 0 ? null : l.Pick(
            $"automation solved {l.Share(Math.Min(1, solved / all))} of {l.Count(all)} conversations without a person", $"Automatisierung löste {l.Share(Math.Min(1, solved / all))} von {l.Count(all)} Unterhaltungen ohne einen Menschen");
        var sales = orders == 0 ? null : l.Pick(
            $"the chat was on the way of {l.Share((decimal)touched / orders)} of {l.Count(orders)} orders", $"der Chat lag auf dem Weg von {l.Share((decimal)touched / orders)} von {l.Count(orders)} Bestellungen");
        var said = string.Join(l.Pick(", and ", ", und "), new[] { support, sales }.OfType<string>());
        return said.Length == 0
            ? l.Pick("There were no conversations and no orders in this month.", "In diesem Monat gab es weder Unterhaltungen noch Bestellungen.")
            : char.ToUpper(said[0], l.Culture) + said[1..] + ".";
    });

    private Words? Renewal(Figure net) => net is not { Value: { } value, Low: { } low, High: { } high } || value == 0 ? null : ReportLanguage.Say(l =>
    {
        string Year(decimal month) => l.Money(Math.Abs(month) * MonthsOfAYear, Primitives.Currency.Find(settings.Currency));
        string Side(decimal month) => month < 0 ? l.Pick($"{Year(month)} less", $"{Year(month)} weniger") : l.Pick($"{Year(month)} more", $"{Year(month)} mehr");
        var range = low == high ? "" : l.Pick($" ({Side(low)} counted cautiously, {Side(high)} optimistically)", $" (vorsichtig gerechnet {Side(low)}, optimistisch {Side(high)})");
        return l.Pick(
            $"At this month's pace a year brings {Side(value)} than it costs{range}. This is the month times twelve, no forecast: seasons are not in it.",
            $"Im Tempo dieses Monats bringt ein Jahr {Side(value)}, als es kostet{range}. Das ist der Monat mal zwölf, keine Prognose: Saisonen stecken nicht darin.");
    });

    private static RetainerTier? Tier(FactReader facts, Period period)
    {
        var ledger = new FactBatch();
        FactTables.Of<AssumptionFact>().Read(facts.Connection, "", [], ledger);
        return new AssumptionBook(ledger.Assumptions).Find(TierId, period.To.PlusDays(-1)) is { } set ? (RetainerTier)Math.Clamp((int)set.Value, 1, 3) : null;
    }

    // More is offered where what is there pays well and there is something to do.
    private static RetainerTier Proposed(RetainerTier tier, UpsellTrigger[] triggers) =>
        triggers.Any(t => t is { Rule: "scope", Fires: true }) && triggers.Count(t => t.Fires) >= TriggersForMore && tier < RetainerTier.Strategic ? tier + 1 : tier;
}
