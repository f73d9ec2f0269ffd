using System.Text.Json.Serialization;
using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Why;

/// <summary>Why a figure changed: the change taken apart by every dimension it knows, and the sentence that cites the one that tells most.</summary>
public sealed record WhyReport
{
    /// <summary>The metric's id.</summary>
    public required string Metric { get; init; }

    /// <summary>Its name.</summary>
    public required Words Name { get; init; }

    /// <summary>The unit of all amounts.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>First day of the period compared with.</summary>
    public required LocalDate ComparedFrom { get; init; }

    /// <summary>The day after its last.</summary>
    public required LocalDate ComparedTo { get; init; }

    /// <summary>The value before; null where there was none.</summary>
    public required decimal? Before { get; init; }

    /// <summary>The value of the period.</summary>
    public required decimal? After { get; init; }

    /// <summary>The smaller number of cases of the two periods; null where it is no matter of cases.</summary>
    public required decimal? Cases { get; init; }

    /// <summary>Why nothing is taken apart; null where it is.</summary>
    public required WhyRefusal? Refusal { get; init; }

    /// <summary>Whether the value before lies inside the interval of the value now.</summary>
    public required bool MayBeChance { get; init; }

    /// <summary>The draft, or why there is none.</summary>
    public required Words Sentence { get; init; }

    /// <summary>The dimension that the draft cites.</summary>
    public required string? Leading { get; init; }

    /// <summary>The change by each dimension.</summary>
    public required IReadOnlyList<WhySplit> Splits { get; init; }

    /// <summary>The notes behind them, for charts.</summary>
    [JsonIgnore]
    public IReadOnlyList<WhyNote> Notes { get; init; } = [];

    /// <summary>The figure.</summary>
    [JsonIgnore]
    public required Metric Figure { get; init; }
}
