using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>What a flow or campaign brought more than its hold-out, beside what attribution credited to it. Money in major units.</summary>
public sealed record MeasuredLift
{
    /// <summary>The experiment that holds contacts out.</summary>
    public required string Experiment { get; init; }

    /// <summary>How far it is.</summary>
    public required ExperimentState State { get; init; }

    /// <summary>The flow it is about; null where a campaign or everything is.</summary>
    public required string? Flow { get; init; }

    /// <summary>The campaign it is about.</summary>
    public required string? Campaign { get; init; }

    /// <summary>The first day it ran.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Contacts who were not held out.</summary>
    public required long Treated { get; init; }

    /// <summary>Contacts who were.</summary>
    public required long HeldOut { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Revenue a contact more than without; null where nothing can be said.</summary>
    public required ExperimentDifference? PerContact { get; init; }

    /// <summary>The same for all contacts who were not held out.</summary>
    public required ExperimentDifference? Total { get; init; }

    /// <summary>The lift as a part of what the hold-out brought: .05 is 5 %.</summary>
    public required double? Effect { get; init; }

    /// <summary>Credited to it in those days: linear, evidence A to C.</summary>
    public required decimal Attributed { get; init; }

    /// <summary>Whether the arms are as they should be; where not, the lift says nothing.</summary>
    public required bool IsHealthy { get; init; }

    /// <summary>Measured and attributed, side by side.</summary>
    public required Words Says { get; init; }

    /// <summary>What the difference means.</summary>
    public required Words Means { get; init; }
}
