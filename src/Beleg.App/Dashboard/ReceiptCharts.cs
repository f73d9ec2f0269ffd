using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Charts;
using Beleg.Reports.Receipts;

namespace Beleg.App.Dashboard;

/// <summary>The models of a receipt side by side: one bar each, parted by touch.</summary>
internal static class ReceiptCharts
{
    // As many colours as there are; a journey of more touches is told by its table.
    private static readonly ChartTone[] tones = [ChartTone.Accent, ChartTone.Second, ChartTone.Third, ChartTone.Fourth, ChartTone.Muted];

    /// <summary>What each model gives each touch; null where there is nothing to part.</summary>
    public static Chart? Shares(Receipt receipt, string currency, Func<Reports.Receipts.ReceiptTouch, string> touch, Func<string, string> model)
    {
        if (receipt.Touches.Count == 0 || receipt.Touches.Count > tones.Length || receipt.Order.Net.Minor <= 0)
            return null;
        return new Chart
        {
            Id = "models",
            Kind = ChartKind.Share,
            Title = new Words(Language.Texts.ModelsSideBySide.En, Language.Texts.ModelsSideBySide.De),
            CategoryName = new Words("Model", "Modell"),
            Unit = MetricUnit.Money,
            Currency = currency,
            Categories = [.. receipt.Models.Select(one => ChartCategory.Named(model(one.Model)))],
            Series = [.. receipt.Touches.Select((one, i) => new ChartSeries
            {
                Name = new Words(touch(one), touch(one)),
                Values = [.. one.Shares.Select(share => (decimal?)(new Amount(share.Minor, currency).AsMoney?.ToMajor() ?? share.Minor))],
                Tone = tones[i],
            })],
        };
    }
}
