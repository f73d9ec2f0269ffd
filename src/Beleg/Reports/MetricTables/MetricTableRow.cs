using Beleg.Metrics;

namespace Beleg.Reports.MetricTables;

/// <summary>One metric in the living document: what it is, who answers for it, where it should be and where it is.</summary>
public sealed record MetricTableRow
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required Words Name { get; init; }

    /// <summary>What it is.</summary>
    public required Words Definition { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Who answers for it here; the catalogue's owner until somebody else is named.</summary>
    public required string Owner { get; init; }

    /// <summary>How often it is worth looking at.</summary>
    public required string Frequency { get; init; }

    /// <summary>Why it matters.</summary>
    public required Words Why { get; init; }

    /// <summary>Unit of value and target.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>Which way it should move.</summary>
    public required GoodDirection Good { get; init; }

    /// <summary>Kind of value.</summary>
    public required MetricPillar Pillar { get; init; }

    /// <summary>How near to the money.</summary>
    public required MetricLevel Level { get; init; }

    /// <summary>What it should come to, in its unit; null where nobody set a target.</summary>
    public required decimal? Target { get; init; }

    /// <summary>What it comes to in the period, counted cautiously: evidence A to C, the low end of assumptions; null where it has no value.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Whether the value rests on few cases.</summary>
    public required bool LowSample { get; init; }

    /// <summary>Whether the value reaches the target; null where either is missing, or neither direction is good.</summary>
    public bool? OnTarget => (Value, Target, Good) switch
    {
        ({ } value, { } target, GoodDirection.Up) => value >= target,
        ({ } value, { } target, GoodDirection.Down) => value <= target,
        _ => null,
    };

    /// <summary>Version of the definition.</summary>
    public required int Version { get; init; }

    /// <summary>What the metric waits for; null where it is computed.</summary>
    public required Words? WaitsFor { get; init; }

    /// <summary>Owners and targets that were agreed, the oldest first.</summary>
    public required IReadOnlyList<MetricAgreement> History { get; init; }
}
