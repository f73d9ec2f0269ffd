using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Charts;

/// <summary>
/// One chart, whatever draws it: the server's SVG, the browser's enhancement of it, a report, its table and its description all read this.
/// </summary>
public sealed record Chart
{
    /// <summary>Its name on the page: lower case, unique there.</summary>
    public required string Id { get; init; }

    /// <summary>Its form.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>What it shows.</summary>
    public required Words Title { get; init; }

    /// <summary>A sentence below the title; null where none is needed.</summary>
    public Words? Note { get; init; }

    /// <summary>What the first axis holds: month, flow, step.</summary>
    public Words CategoryName { get; init; } = new("Month", "Monat");

    /// <summary>Unit of all values.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>Which way the figure should move: whether a part of a waterfall is good or bad.</summary>
    public GoodDirection Good { get; init; } = GoodDirection.Up;

    /// <summary>ISO 4217 code of money; null where the values are none.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether money is written in whole units: cents of what is expected would claim more than anybody knows.</summary>
    public bool HasWholeMoney { get; init; }

    /// <summary>Places on the first axis, in the order drawn.</summary>
    public required IReadOnlyList<ChartCategory> Categories { get; init; }

    /// <summary>The values; each series has one for every category.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Words on it.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>Height of the drawing in pixels; kinds with one row for each category know their own.</summary>
    public int Height { get; init; } = 240;

    /// <summary>Whether it stands small beside figures: only the zero line, and only the first and the last place named. The whole is in its description.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Categories.Count == 0 || Series.All(series => series.Values.All(value => value is null));

    /// <summary>The money's currency; null where there is none or it is unknown.</summary>
    internal Currency? Money => Primitives.Currency.TryFind(Currency ?? "", out var found) ? found : null;
}
