namespace Beleg.App.Dashboard.Parts;

/// <summary>One figure as a tile shows it; every text is ready for the page.</summary>
public sealed record TileModel
{
    /// <summary>Metric.</summary>
    public required string MetricId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The figure, or a dash.</summary>
    public required string Figure { get; init; }

    /// <summary>What it divides: "1,280.00 $ of 200".</summary>
    public string? Parts { get; init; }

    /// <summary>Change against the period before.</summary>
    public string? Change { get; init; }

    /// <summary>good, bad, or nothing where neither.</summary>
    public string ChangeKind { get; init; } = "";

    /// <summary>The figure of the period before, or a dash.</summary>
    public string? Before { get; init; }

    /// <summary>Where the rows behind it are; null where nobody asked for them.</summary>
    public string? Href { get; init; }

    /// <summary>The value under expected and high assumptions; null where it rests on none, or they are the same.</summary>
    public string? Range { get; init; }

    /// <summary>Whether there are too few cases to go by.</summary>
    public bool IsLowSample { get; init; }

    /// <summary>95 % interval.</summary>
    public string? Interval { get; init; }

    /// <summary>What weakens the figure: few cases, windows still open, an assumption nobody agreed to.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The last periods, oldest first.</summary>
    public IReadOnlyList<double?> Trend { get; init; } = [];
}
