using Beleg.Metrics;
using Beleg.Warehouse;

namespace Beleg.Reports.Growth;

/// <summary>Reads what a renewal is about. Triggers read the metrics; none computes a figure of its own.</summary>
public sealed class GrowthReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    private const int TriggersForMore = 2;

    private static readonly string[] Asked =
        ["value_coverage", "net_value", "forecast_value", "roi_pct", "orders_without_identity", "stitched_contact_share"];

    /// <summary>The report of a month; money of evidence A to C.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<GrowthReport> ReadAsync(Period period, CancellationToken cancellation) => engine.ReadAsync(warehouse, facts => Read(facts, period), cancellation);

    private GrowthReport Read(FactReader facts, Period period)
    {
        var query = CompositionReader.Read(facts, period, settings, EvidenceBasis.Conservative);
        var request = new MetricRequest { Metrics = [.. Asked.Select(id => MetricCatalogue.Default.Find(id)!)], Period = period, Basis = EvidenceBasis.Conservative };
        var figures = new Answering(facts, request, settings).Answer();
        var scene = GrowthScene.Read(facts, query, figures);
        var carried = figures["value_coverage"].Total.Parts;
        var (support, sales) = (carried["support"], carried["sales"]);
        UpsellTrigger[] triggers = [.. UpsellRules.All(scene).OrderByDescending(t => t.Fires)];
        var tier = BookedScope.Read(facts, period.To.PlusDays(-1)).Tier;
        return new GrowthReport
        {
            From = period.From,
            To = period.To,
            SupportShare = support.Value is { } solved ? decimal.Round(solved, 6) : null,
            SalesShare = sales.Value is { } touched ? decimal.Round(touched, 6) : null,
            Coverage = Coverage(support, sales),
            Renewal = RenewalText.Of(figures["forecast_value"], figures["net_value"].Total, settings.Currency),
            Forecast = RenewalForecast.Of(figures["forecast_value"]),
            Triggers = triggers,
            Tier = tier,
            Proposed = Proposed(tier ?? RetainerTier.Essential, triggers) is var next && next != tier ? next : null,
        };
    }

    private static Words Coverage(Figure solved, Figure touched) => ReportLanguage.Say(l =>
    {
        var support = solved.Value is not { } part ? null : l.Pick(
            $"automation solved {l.Share(part)} of {l.Count(solved.Denominator!.Value)} conversations without a person", $"Automatisierung löste {l.Share(part)} von {l.Count(solved.Denominator!.Value)} Unterhaltungen ohne einen Menschen");
        var sales = touched.Value is not { } way ? null : l.Pick(
            $"the chat was on the way of {l.Share(way)} of {l.Count(touched.Denominator!.Value)} orders", $"der Chat lag auf dem Weg von {l.Share(way)} von {l.Count(touched.Denominator!.Value)} Bestellungen");
        var said = string.Join(l.Pick(", and ", ", und "), new[] { support, sales }.OfType<string>());
        return said.Length == 0
            ? l.Pick("There were no conversations and no orders in this month.", "In diesem Monat gab es weder Unterhaltungen noch Bestellungen.")
            : char.ToUpper(said[0], l.Culture) + said[1..] + ".";
    });

    // More is offered where what is there pays well and there is something to do.
    private static RetainerTier Proposed(RetainerTier tier, UpsellTrigger[] triggers) =>
        triggers.Any(t => t is { Rule: "scope", Fires: true }) && triggers.Count(t => t.Fires) >= TriggersForMore && tier < RetainerTier.Strategic ? tier + 1 : tier;
}
