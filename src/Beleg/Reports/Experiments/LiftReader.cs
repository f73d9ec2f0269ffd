using Beleg.Metrics;
using Beleg.Statistics.Experiments;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>Holds what hold-outs measured against what attribution credited.</summary>
public sealed class LiftReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    /// <summary>Every hold-out that was started and has been seen, the latest first.</summary>
    /// <param name="experiments">What people planned.</param>
    /// <param name="today">A hold-out that still runs is read up to the day before.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<IReadOnlyList<MeasuredLift>> ReadAsync(IEnumerable<PlannedExperiment> experiments, LocalDate today, CancellationToken cancellation)
    {
        var lifts = new List<MeasuredLift>();
        foreach (var held in experiments.Where(experiment => experiment is { Plan.HoldOut: true, Started: not null }))
        {
            var plan = held.ToExperiment() with { Arms = [held.Plan.Arms[0], held.Plan.Arms[1]], Weights = [.. held.ToExperiment().Weights.Take(2)] };
            if (await ExperimentReader.ReadAsync(engine, warehouse, settings, plan, ExperimentMetric.Find("revenue")!, held, cancellation).ConfigureAwait(false) is { } report)
                lifts.Add(Compose(held, report, await AttributedAsync(held, today, cancellation).ConfigureAwait(false), Days(held, today)));
        }

        return lifts;
    }

    /// <summary>Puts both side by side. Pure.</summary>
    internal static MeasuredLift Compose(PlannedExperiment held, ExperimentReport report, decimal attributed, Period days)
    {
        var compared = report.Comparisons[0];
        var treated = report.Arms[1].Contacts;
        var lift = new MeasuredLift
        {
            Experiment = held.Id,
            State = held.State,
            Flow = held.Plan.AboutFlow,
            Campaign = held.Plan.AboutCampaign,
            From = days.From,
            To = days.To,
            Treated = treated,
            HeldOut = report.Arms[0].Contacts,
            Currency = report.Currency,
            PerContact = compared.Difference,
            Total = compared.Difference?.Times(treated),
            Effect = compared.Effect,
            Attributed = attributed,
            IsHealthy = compared.Verdict != VerdictKind.Refused,
            Says = new Words("", ""),
            Means = new Words("", ""),
        };
        return lift with { Says = LiftText.Say(lift), Means = LiftText.Mean(lift, compared) };
    }

    private async Task<decimal> AttributedAsync(PlannedExperiment held, LocalDate today, CancellationToken cancellation)
    {
        MetricFilter[] filters = held.Plan switch
        {
            { AboutFlow: { } flow } => [new MetricFilter("flow", [flow])],
            { AboutCampaign: { } campaign } => [new MetricFilter("campaign", [campaign])],
            _ => [],
        };
        var request = new MetricRequest { Metrics = [MetricCatalogue.Default.Find("attributed_revenue")!], Period = Days(held, today), Filters = filters, Basis = EvidenceBasis.Conservative, Intervals = false };
        return (await engine.QueryAsync(warehouse, request, settings, cancellation).ConfigureAwait(false)).Results[0].Total.Value ?? 0;
    }

    private Period Days(PlannedExperiment held, LocalDate today)
    {
        var from = held.Started!.At.InZone(settings.Zone).Date;
        var to = held.Stopped is { } stopped ? stopped.At.InZone(settings.Zone).Date.PlusDays(1) : today;
        return new Period(from, to > from ? to : from.PlusDays(1));
    }
}
