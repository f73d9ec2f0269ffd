using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>What an experiment came to, read from exposures and what followed them. Money in major units of the workspace's currency.</summary>
public sealed record ExperimentReport
{
    /// <summary>The experiment's id in events.</summary>
    public required string Experiment { get; init; }

    /// <summary>What decides, see <see cref="ExperimentMetric"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>Its name for people.</summary>
    public required Words Name { get; init; }

    /// <summary>Unit of the values.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>Whether more is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Whether it is a ratio, whose variance is taken by the delta method over contacts.</summary>
    public required bool IsRatio { get; init; }

    /// <summary>At which looks it is judged.</summary>
    public required DecisionRule Rule { get; init; }

    /// <summary>The least relative effect that matters.</summary>
    public required double LeastEffect { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The day of the first exposure.</summary>
    public required LocalDate? Since { get; init; }

    /// <summary>The arms; the first is what the others are compared with.</summary>
    public required IReadOnlyList<ExperimentArm> Arms { get; init; }

    /// <summary>Contacts who saw several arms; they are in none.</summary>
    public required long InSeveralArms { get; init; }

    /// <summary>Their share of all contacts who saw it.</summary>
    public required double SeveralShare { get; init; }

    /// <summary>The probability of these numbers of contacts by chance.</summary>
    public required double SampleRatioP { get; init; }

    /// <summary>Each arm after the first against it.</summary>
    public required IReadOnlyList<ExperimentComparison> Comparisons { get; init; }

    /// <summary>Contacts that the smallest arm needs to show the least effect that matters; null where nothing varies.</summary>
    public required long? ContactsNeeded { get; init; }
}
