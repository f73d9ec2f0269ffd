using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>What an experiment will take, read from the workspace's own past. Money in major units.</summary>
public sealed record ExperimentDesign
{
    /// <summary>What decides.</summary>
    public required string Metric { get; init; }

    /// <summary>Its name for people.</summary>
    public required Words Name { get; init; }

    /// <summary>Unit of the baseline.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The days the baseline is of.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last of them.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Contacts who would have taken part then.</summary>
    public required long Contacts { get; init; }

    /// <summary>What the metric came to, a contact; null where nothing was measured.</summary>
    public required double? Baseline { get; init; }

    /// <summary>New contacts a day, of those who take part.</summary>
    public required double ContactsPerDay { get; init; }

    /// <summary>The least relative effect that matters.</summary>
    public required double LeastEffect { get; init; }

    /// <summary>At which looks it is judged.</summary>
    public required DecisionRule Rule { get; init; }

    /// <summary>The chance to find that effect where it is there.</summary>
    public required double Power { get; init; }

    /// <summary>False alarms that are put up with.</summary>
    public required double Alpha { get; init; }

    /// <summary>Contacts needed in all arms; null where nothing varies.</summary>
    public required long? ContactsNeeded { get; init; }

    /// <summary>Contacts needed in the smallest arm.</summary>
    public required long? SmallestArm { get; init; }

    /// <summary>Whole weeks in days until they have come; null where nobody comes, or it would take longer than a century.</summary>
    public required int? Days { get; init; }

    /// <summary>The relative effect that four weeks would show; null where nothing varies.</summary>
    public required double? EffectInFourWeeks { get; init; }

    /// <summary>What the least effect would bring in a month: revenue of those contacts × effect × contribution margin; null where the metric is no money.</summary>
    public required decimal? ExpectedGain { get; init; }

    /// <summary>Whether the margin is one that nobody has agreed.</summary>
    public required bool MarginIsUnset { get; init; }

    /// <summary>All that in a sentence or two.</summary>
    public required Words Sentence { get; init; }
}
