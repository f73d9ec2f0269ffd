using System.Text.Json.Serialization;

namespace Beleg.Metrics;

/// <summary>One number with everything that must stand beside it.</summary>
public sealed record Figure
{
    /// <summary>In the metric's unit; null is no value, shown as a dash.</summary>
    public decimal? Value { get; init; }

    /// <summary>What stands above the line; money in major units. Null for a quantile.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What stands below the line, or how many things a quantile was taken from; null where there is none.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>How sure it is.</summary>
    public FigureInterval? Interval { get; init; }

    /// <summary>Whether it may still change as time passes: a window is open, or the period is not over.</summary>
    public bool Provisional { get; init; }

    /// <summary>Part of the denominator whose window is still open, 0 to 1; null where there is no denominator.</summary>
    public decimal? OpenShare { get; init; }

    /// <summary>The denominator is too small to go by.</summary>
    public bool LowSample { get; init; }

    /// <summary>The same under cautious assumptions; null where it rests on none.</summary>
    public decimal? Low { get; init; }

    /// <summary>The same under optimistic assumptions; null where it rests on none.</summary>
    public decimal? High { get; init; }

    /// <summary>For a payback that lies ahead: the month it is expected in.</summary>
    public decimal? Forecast { get; init; }

    /// <summary>What pages and reports lead with: the cautious end where there are scenarios, else the value. Null where that end has none, such as a payback that only better assumptions reach.</summary>
    [JsonIgnore]
    public decimal? Cautious => Low is null && High is null ? Value : Value is null ? null : Low;

    /// <summary>The same figure in the period compared with.</summary>
    public FigureChange? Compare { get; init; }

    /// <summary>Figures that always stand beside it, by name.</summary>
    public IReadOnlyDictionary<string, Figure> Parts { get; init; } = new Dictionary<string, Figure>();
}
