namespace Beleg.Reports.Charts;

/// <summary>The forms a chart takes; each has its drawing here and its twin in the browser.</summary>
public enum ChartKind
{
    /// <summary>Values over time, with an interval band where they have one.</summary>
    Line,
    /// <summary>Upright bars over time, side by side where there are several series.</summary>
    Columns,
    /// <summary>Ranked things, one row each: the label above its bar, so that long names fit a phone.</summary>
    Bars,
    /// <summary>Parts of a whole: each category is one bar of 100 per cent, each series one part of it.</summary>
    Share,
    /// <summary>Steps of which each holds a part of the one before; the first series counts.</summary>
    Funnel,
    /// <summary>How one value became another: totals at both ends, signed parts between them.</summary>
    Waterfall,
}
