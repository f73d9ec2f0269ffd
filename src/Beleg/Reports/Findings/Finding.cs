using System.Text.Json.Serialization;
using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>One place where revenue hides: what is wrong, on which evidence, what it may cost, and how to find out.</summary>
public sealed record Finding
{
    /// <summary>The rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>What it is about, such as <c>bouquet/3/opener</c>; the same from month to month.</summary>
    public required string Subject { get; init; }

    /// <summary>A few words.</summary>
    public required Words Title { get; init; }

    /// <summary>What was found, with its figures.</summary>
    public required Words Says { get; init; }

    /// <summary>What to do about it.</summary>
    public required Words Advice { get; init; }

    /// <summary>What it rests on.</summary>
    public required FindingEvidence Evidence { get; init; }

    /// <summary>How far it may be believed.</summary>
    public required FindingConfidence Confidence { get; init; }

    /// <summary>What it may cost; null where no cautious estimate can be made.</summary>
    public FindingMoney? Money { get; init; }

    /// <summary>What would show whether it is right.</summary>
    public required ProposedExperiment Experiment { get; init; }

    /// <summary>The message it is about, as one contact got it; on pages only, since it may name a person.</summary>
    [JsonIgnore]
    public string? Excerpt { get; init; }

    /// <summary>Reads the rows behind it, the latest first, at most so many.</summary>
    [JsonIgnore]
    internal Func<FindingScene, int, IReadOnlyList<FindingRow>> Behind { get; init; } = (_, _) => [];
}
