using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>One figure of a proof with everything that stands beside it.</summary>
public sealed record ProofFigure
{
    /// <summary>Id of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The part of the workspace it is of, such as <c>rated=bot</c>; null is all of it.</summary>
    public string? Segment { get; init; }

    /// <summary>Metric and segment: what names it within a proof.</summary>
    public string Path => Segment is null ? Metric : $"{Metric}:{Segment}";

    /// <summary>Version of its definition.</summary>
    public required int Version { get; init; }

    /// <summary>Its name.</summary>
    public required Words Name { get; init; }

    /// <summary>headline, savings, revenue, experience or risk: where it stands on the page.</summary>
    public required string Group { get; init; }

    /// <summary>What the value counts.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>Which way it should move.</summary>
    public required GoodDirection Good { get; init; }

    /// <summary>The value; money in major units, a share from 0 to 1. The cautious one where there are scenarios. Null is no value.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Above the line; null where nothing is divided.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Below the line; null where nothing is divided.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The same figure of the month before.</summary>
    public decimal? Previous { get; init; }

    /// <summary>Value less previous.</summary>
    public decimal? Change { get; init; }

    /// <summary>Change over the size of the previous value; null where that was 0.</summary>
    public decimal? ChangeShare { get; init; }

    /// <summary>The 95 % interval.</summary>
    public ProofRange? Interval { get; init; }

    /// <summary>The value on cautious, expected and optimistic assumptions.</summary>
    public ProofScenarios? Scenarios { get; init; }

    /// <summary>For credited money: the same with every grade of evidence, not only A to C.</summary>
    public decimal? AllEvidence { get; init; }

    /// <summary>For a payback that lies ahead: the month it is expected in, counted from the first.</summary>
    public decimal? Forecast { get; init; }

    /// <summary>Too few cases to go by.</summary>
    public bool LowSample { get; init; }

    /// <summary>May still change: a window is open.</summary>
    public bool Provisional { get; init; }

    /// <summary>What is missing behind it: a price, an exchange rate.</summary>
    public IReadOnlyList<Words> Gaps { get; init; } = [];
}
