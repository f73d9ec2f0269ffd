using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>Contacts with a chat against contacts without, among those known before: plain, and matched on what they did before. Money in major units a contact.</summary>
public sealed record ChatComparison
{
    /// <summary>The first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Contacts with an automated conversation in these days.</summary>
    public required long With { get; init; }

    /// <summary>Contacts without one.</summary>
    public required long Without { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>What those with a chat spent more, as it is; null where one side has fewer than two.</summary>
    public required ExperimentDifference? Plain { get; init; }

    /// <summary>The same with spending before taken out (CUPED).</summary>
    public required ExperimentDifference? Adjusted { get; init; }

    /// <summary>The same inside strata of orders before (none, one, several), weighed by those with a chat.</summary>
    public required ExperimentDifference? Matched { get; init; }

    /// <summary>The part of those with a chat who had nobody to be matched with.</summary>
    public required double? Unmatched { get; init; }

    /// <summary>What must stand beside it.</summary>
    public required Words Warning { get; init; }
}
