using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Metrics.Calculations;
using Beleg.Warehouse;

namespace Beleg.Reports.Sensitivity;

/// <summary>Reads how sure return on investment is. The base is the figure <c>roi_pct</c> itself, of the same rows.</summary>
public static class SensitivityReader
{
    /// <summary>The report of a period, on money of evidence A to C unless asked otherwise.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<SensitivityReport> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Period period, EvidenceBasis basis, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, period, basis), cancellation);

    internal static SensitivityReport Read(FactReader facts, MetricSettings settings, Period period, EvidenceBasis basis)
    {
        var (model, measured) = RoiReader.Read(facts, CompositionReader.Read(facts, period, settings, basis));
        var roi = RoiSensitivity.Of(model, measured);
        var text = new SensitivityText(model.Cost.Currency);
        var generated = model.Generated(RoiPoint.Base).ToMajor();
        var cost = model.Cost.ToMajor();
        return new SensitivityReport
        {
            From = period.From,
            To = period.To,
            Currency = model.Cost.Currency.Code,
            Basis = basis,
            Net = generated - cost,
            Cost = cost,
            Roi = roi,
            Drivers = [.. (roi?.Drivers ?? []).Select(text.Of)],
            Turns = roi is null ? [] : [.. roi.Drivers.OrderBy(Distance).Select(d => text.Turn(d, roi.Percent)).OfType<Words>(), text.CostTurn(generated, cost)],
            Summary = SensitivityText.Summary(roi),
            Method = SensitivityText.Method(roi),
        };
    }

    // The nearer a turn is to what is expected, the sooner it may come.
    private static decimal Distance(RoiDriver driver) =>
        driver.Turn is not { } turn ? decimal.MaxValue : driver.Base == 0 ? turn == 0 ? 0 : decimal.MaxValue / 2 : Math.Abs((turn - driver.Base) / driver.Base);
}
