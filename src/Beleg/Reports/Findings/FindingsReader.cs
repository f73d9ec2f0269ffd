using Beleg.Metrics;
using Beleg.Reports.Copy;
using Beleg.Warehouse;

namespace Beleg.Reports.Findings;

/// <summary>Lets every rule look at a period. Whoever wants findings (page, interface, proof) asks here.</summary>
/// <param name="engine">The metric engine.</param>
/// <param name="warehouse">The workspace's facts.</param>
/// <param name="settings">The workspace's choices.</param>
/// <param name="copy">Reads what our messages say; null leaves out the rules about words.</param>
public sealed class FindingsReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, CopyReader? copy)
{
    /// <summary>What was found in a period, the most money first.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<FindingsReport> ReadAsync(Period period, CancellationToken cancellation)
    {
        var said = await SaidAsync(period, cancellation).ConfigureAwait(false);
        return await engine.ReadAsync(warehouse, facts => Read(facts, settings, period, said), cancellation).ConfigureAwait(false);
    }

    /// <summary>One finding and the rows behind it, the latest first; null where there is no such finding in the period.</summary>
    /// <param name="period">The days.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="subject">The finding's subject.</param>
    /// <param name="most">At most so many rows.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<(Finding Finding, IReadOnlyList<FindingRow> Rows)?> ReadBehindAsync(Period period, string rule, string subject, int most, CancellationToken cancellation)
    {
        if (FindingRules.All.FirstOrDefault(r => r.Id == rule) is not { } asked)
            return null;
        // A finding shows the words it is about, whether or not its rule reads them.
        var said = await SaidAsync(period, cancellation).ConfigureAwait(false);
        return await engine.ReadAsync<(Finding, IReadOnlyList<FindingRow>)?>(
            warehouse,
            facts =>
            {
                var scene = SceneOf(facts, settings, period, said);
                return asked.Find(scene).FirstOrDefault(f => f.Subject == subject) is { } found ? (found, found.Behind(scene, most)) : null;
            },
            cancellation).ConfigureAwait(false);
    }

    internal static FindingsReport Read(FactReader facts, MetricSettings settings, Period period, IReadOnlyList<CopySample> said)
    {
        var scene = SceneOf(facts, settings, period, said);
        var found = FindingRules.All.SelectMany(rule => rule.Find(scene)).ToArray();
        return new FindingsReport
        {
            From = period.From,
            To = period.To,
            Currency = settings.Currency,
            Findings =
            [
                .. found.OrderByDescending(f => f.Money?.Low ?? -1).ThenByDescending(f => f.Money?.Base ?? -1).ThenBy(f => f.Confidence)
                    .ThenByDescending(f => f.Evidence.Numerator).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Subject, StringComparer.Ordinal),
            ],
            Rules = [.. FindingRules.All.Select(rule => new RuleOutcome(rule.Id, rule.Title, rule.LooksFor, found.Count(f => f.Rule == rule.Id)))],
        };
    }

    /// <summary>What our messages said in a period, where the reader may know; for whoever lets the rules look at facts of its own snapshot.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<IReadOnlyList<CopySample>> SaidAsync(Period period, CancellationToken cancellation) =>
        copy is null ? [] : await copy.ReadAsync(engine, warehouse, period, FindingRule.MinSample, cancellation).ConfigureAwait(false);

    private static FindingScene SceneOf(FactReader facts, MetricSettings settings, Period period, IReadOnlyList<CopySample> said) =>
        new(facts, CompositionReader.Read(facts, period, settings, EvidenceBasis.Conservative), said);
}
