using Beleg.Metrics;
using Beleg.Warehouse;

namespace Beleg.Reports.Cases;

/// <summary>Drafts befores and afters. Every figure is the metric engine's; only differences and sums of them are worked out here, in the open.</summary>
public sealed class CaseReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    /// <summary>The cases of a month, all from one snapshot of the facts.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<CasesReport> ReadAsync(Period month, CancellationToken cancellation) => engine.ReadAsync(warehouse, facts => Read(new CaseScene(facts, settings, month)), cancellation);

    private static CasesReport Read(CaseScene scene)
    {
        var programme = scene.Programme();
        var drafted = programme is null ? [] : new[] { SupportCase.Draft(scene, programme), SalesCase.Draft(scene, programme) };
        var flows = scene.Versions().Select(v => FlowCase.Draft(scene, v.Flow, v.Start)).OfType<MicroCase>();
        return new CasesReport
        {
            From = scene.Month.From,
            To = scene.Month.To,
            Programme = programme,
            Cases = [.. drafted.Select(d => d.Case).OfType<MicroCase>(), .. flows],
            Missing = programme is null
                ? [new("Nothing says when the programme began: record its first cost, or set the assumption programme_start, valid from that day.", "Nichts sagt, wann das Programm begann: die ersten Kosten erfassen oder die Annahme programme_start setzen, gültig ab diesem Tag.")]
                : [.. drafted.Select(d => d.Missing).OfType<Words>()],
        };
    }
}
