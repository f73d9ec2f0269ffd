using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>What an experiment came to, read from exposures and orders. Money in major units of the workspace's currency.</summary>
public sealed record ExperimentReport
{
    /// <summary>The experiment's id in events.</summary>
    public required string Experiment { get; init; }

    /// <summary>revenue, conversion or order_value.</summary>
    public required string Metric { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The day of the first exposure.</summary>
    public required LocalDate? Since { get; init; }

    /// <summary>The arms; the first is what the others are compared with.</summary>
    public required IReadOnlyList<ExperimentArm> Arms { get; init; }

    /// <summary>Contacts who saw several arms; they are in none.</summary>
    public required long InSeveralArms { get; init; }

    /// <summary>The probability of these numbers of contacts by chance.</summary>
    public required double SampleRatioP { get; init; }

    /// <summary>Each arm after the first against it.</summary>
    public required IReadOnlyList<ExperimentComparison> Comparisons { get; init; }

    /// <summary>Contacts an arm needs to show the least effect that matters; null where nothing varies.</summary>
    public required long? ContactsNeeded { get; init; }
}
