using System.Globalization;
using System.Text.RegularExpressions;

namespace Beleg.Reports.Charts;

/// <summary>
/// Draws a chart as SVG that needs no script. Places across are per cent and places down are pixels, so that the drawing fills any width
/// while its type keeps its size. Colours are class names of <c>charts.css</c>; nothing inline, as the content policy demands.
/// </summary>
public static partial class ChartSvg
{
    /// <summary>The drawing; empty where the chart is.</summary>
    public static string Render(Chart chart, ReportLanguage language) => chart.IsEmpty ? "" : Of(chart, language).Html;

    /// <summary>Its height in pixels.</summary>
    public static int HeightOf(Chart chart) => chart.Kind switch
    {
        ChartKind.Bars or ChartKind.Funnel or ChartKind.Waterfall => chart.Categories.Count * ChartRows.RowHeight,
        ChartKind.Share => chart.Categories.Count * (chart.Categories.Count > 1 ? ChartRows.RowHeight : ChartRows.LoneShareHeight),
        _ => chart.Height,
    };

    internal static Markup Of(Chart chart, ReportLanguage language)
    {
        var inner = chart.Kind switch
        {
            ChartKind.Line => ChartLines.Draw(chart, language),
            ChartKind.Columns => ChartColumns.Draw(chart, language),
            ChartKind.Share => ChartRows.Shares(chart, language),
            ChartKind.Funnel => ChartRows.Funnel(chart, language),
            ChartKind.Waterfall => ChartRows.Waterfall(chart, language),
            _ => ChartRows.Bars(chart, language),
        };
        return Markup.Of($"""<svg class="chart chart-{Kind(chart.Kind)}" width="100%" height="{Number(HeightOf(chart))}" role="img" aria-label="{ChartText.Describe(chart, language)}">{inner}</svg>""");
    }

    /// <summary>The class of a tone: <c>tone-grade-a</c>.</summary>
    public static string Tone(ChartTone tone) => "tone-" + Border().Replace(tone.ToString(), "-").ToLowerInvariant();

    internal static string Kind(ChartKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>A number as SVG reads it.</summary>
    internal static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A part of the width.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
