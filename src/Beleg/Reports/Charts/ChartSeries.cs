using Beleg.Metrics;

namespace Beleg.Reports.Charts;

/// <summary>One row of values, one for each category.</summary>
public sealed record ChartSeries
{
    /// <summary>What they are.</summary>
    public required Words Name { get; init; }

    /// <summary>In the chart's unit; null is no value and leaves a gap.</summary>
    public required IReadOnlyList<decimal?> Values { get; init; }

    /// <summary>Lower ends of the values' intervals; null where there are none.</summary>
    public IReadOnlyList<decimal?>? Low { get; init; }

    /// <summary>Upper ends of the values' intervals; null where there are none.</summary>
    public IReadOnlyList<decimal?>? High { get; init; }

    /// <summary>What lies between the two ends.</summary>
    public Words RangeName { get; init; } = new("95% interval", "95-%-Intervall");

    /// <summary>What lies between the low and the high assumptions: a range of what was agreed, and no interval of chance.</summary>
    public static Words Scenarios { get; } = new("Low to high", "Niedrig bis hoch");

    /// <summary>Where the rows behind each value are, for the table beneath; null where there are none, or where nobody may open them.</summary>
    public IReadOnlyList<string?>? Hrefs { get; init; }

    /// <summary>Colour.</summary>
    public ChartTone Tone { get; init; }

    /// <summary>Whether a line is filled down to the axis.</summary>
    public bool IsArea { get; init; }

    /// <summary>Whether a line is dashed: a forecast, the period before, a target.</summary>
    public bool IsDashed { get; init; }
}
