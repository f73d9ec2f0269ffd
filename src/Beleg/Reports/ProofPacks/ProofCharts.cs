using Beleg.Metrics;
using Beleg.Reports.Charts;

namespace Beleg.Reports.ProofPacks;

/// <summary>A proof's charts: the one chart model, small, for a sheet of paper.</summary>
internal static class ProofCharts
{
    private const int Height = 74;

    /// <summary>Net value by month; null where there are not two to compare.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="scale">Size of its type.</param>
    public static Chart? Trend(ProofSnapshot proof, decimal scale) => proof.Trend.Count(m => m.Value is not null) < 2 ? null : new Chart
    {
        Id = "proof-trend",
        Kind = ChartKind.Columns,
        Title = proof.Find("net_value")?.Name ?? new Words("Net value", "Nettowert"),
        Unit = MetricUnit.Money,
        Currency = proof.Currency,
        Categories = [.. proof.Trend.Select(m => ChartCategory.Month(m.Month))],
        Series = [new ChartSeries { Name = proof.Find("net_value")?.Name ?? new Words("Net value", "Nettowert"), Values = [.. proof.Trend.Select(m => m.Value)] }],
        Height = (int)(Height * scale),
        IsSmall = true,
    };
}
