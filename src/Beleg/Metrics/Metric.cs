namespace Beleg.Metrics;

/// <summary>One metric as the catalogue defines it: the words for people and the formula for the warehouse.</summary>
public sealed record Metric
{
    /// <summary>Its name for machines; once released it is never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Raised when the definition changes; printed with every value.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it is computed, or stands here with what it waits for.</summary>
    public required bool IsDue { get; init; }

    /// <summary>What a planned metric waits for.</summary>
    public Words? WaitsFor { get; init; }

    /// <summary>Another name that asks for this metric and its siblings at once.</summary>
    public string? Family { get; init; }

    /// <summary>Name for people.</summary>
    public required Words Name { get; init; }

    /// <summary>What it is.</summary>
    public required Words Definition { get; init; }

    /// <summary>Why it matters.</summary>
    public required Words Why { get; init; }

    /// <summary>What counts and what does not at the borders; empty where there is nothing to say.</summary>
    public required Words Edges { get; init; }

    /// <summary>Unit of its value.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>Which way it should move.</summary>
    public required GoodDirection Good { get; init; }

    /// <summary>Kind of value.</summary>
    public required MetricPillar Pillar { get; init; }

    /// <summary>How near to the money.</summary>
    public required MetricLevel Level { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How often it is worth looking at.</summary>
    public required string Frequency { get; init; }

    /// <summary>Target; none where each workspace sets its own.</summary>
    public decimal? Target { get; init; }

    /// <summary>Below this denominator a value is flagged.</summary>
    public required int MinSample { get; init; }

    /// <summary>What is counted.</summary>
    public required string AnchorEntity { get; init; }

    /// <summary>The moment that places it in a period.</summary>
    public required string AnchorTime { get; init; }

    /// <summary>What a period means.</summary>
    public required MetricBasis Basis { get; init; }

    /// <summary>A sentence that must stand beside the figure.</summary>
    public Words? Warning { get; init; }

    /// <summary>Dimensions it may be split and filtered by.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Dimensions it is split by where a request names none.</summary>
    public IReadOnlyList<string> Split { get; init; } = [];

    /// <summary>Groups are given with the highest value first.</summary>
    public bool Ranked { get; init; }

    /// <summary>Whether a figure of that name stands beside it.</summary>
    public bool HasPart(string part) => Parts.Any(p => p.Id == part);

    /// <summary>The unit of a figure that stands beside it.</summary>
    /// <exception cref="InvalidOperationException">It has no such part.</exception>
    public MetricUnit PartUnit(string part) => Parts.First(p => p.Id == part).Unit;

    /// <summary>The name of a figure that stands beside it.</summary>
    /// <exception cref="InvalidOperationException">It has no such part.</exception>
    public Words PartName(string part) => Parts.First(p => p.Id == part).Name;

    internal Formula? Formula { get; init; }

    internal IReadOnlyList<MetricPart> Parts { get; init; } = [];

    internal string? Calculation { get; init; }

    internal IntervalRule Interval { get; init; }
}
