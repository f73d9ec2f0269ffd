using Microsoft.AspNetCore.Components;

namespace Beleg.App.Dashboard.Parts;

/// <summary>One figure as a tile shows it; every text is ready for the page.</summary>
public sealed record TileModel
{
    /// <summary>Metric.</summary>
    public required string MetricId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What the figure is called where a program reads it: the metric, or a part of it.</summary>
    public required string Path { get; init; }

    /// <summary>The figure, or a dash.</summary>
    public required string Figure { get; init; }

    /// <summary>The number that is written there; null for a dash.</summary>
    public decimal? Exact { get; init; }

    /// <summary>The figure with its number and path.</summary>
    public MarkupString Marked => FigureMark.Of(Path, Exact, Figure);

    /// <summary>What it divides: "1,280.00 $ of 200".</summary>
    public string? Parts { get; init; }

    /// <summary>Change against the period before.</summary>
    public string? Change { get; init; }

    /// <summary>The change as a number, in the figure's unit.</summary>
    public decimal? ExactChange { get; init; }

    /// <summary>The change with its number and path.</summary>
    public MarkupString MarkedChange => FigureMark.Of(Path + ".change", ExactChange, Change ?? Language.Print.None);

    /// <summary>good, bad, or nothing where neither.</summary>
    public string ChangeKind { get; init; } = "";

    /// <summary>The figure of the period before, or a dash.</summary>
    public string? Before { get; init; }

    /// <summary>The number before.</summary>
    public decimal? ExactBefore { get; init; }

    /// <summary>The figure before with its number and path.</summary>
    public MarkupString MarkedBefore => FigureMark.Of(Path + ".previous", ExactBefore, Before ?? Language.Print.None);

    /// <summary>Where the rows behind it are; null where nobody asked for them.</summary>
    public string? Href { get; init; }

    /// <summary>The value under expected and high assumptions; null where it rests on none, or they are the same.</summary>
    public MarkupString? Range { get; init; }

    /// <summary>Whether there are too few cases to go by.</summary>
    public bool IsLowSample { get; init; }

    /// <summary>95 % interval.</summary>
    public string? Interval { get; init; }

    /// <summary>The interval with its numbers and paths.</summary>
    public MarkupString? MarkedInterval { get; init; }

    /// <summary>What weakens the figure: few cases, windows still open, an assumption nobody agreed to.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The last periods, oldest first.</summary>
    public IReadOnlyList<double?> Trend { get; init; } = [];
}
