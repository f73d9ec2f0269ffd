using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Growth;

/// <summary>What a renewal is about: what the programme carries, what it is worth, and where it could go on.</summary>
public sealed record GrowthReport
{
    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Share of conversations that automation solved without a person, 0 to 1; null where there are none.</summary>
    public decimal? SupportShare { get; init; }

    /// <summary>Share of orders with the chat on their way, 0 to 1; null where there are none.</summary>
    public decimal? SalesShare { get; init; }

    /// <summary>How much of support and sales the programme carries.</summary>
    public required Words Coverage { get; init; }

    /// <summary>What the retainer is worth next year, by the forecast or, below half a year of data, at this month's pace; null where it cost and earned nothing.</summary>
    public Words? Renewal { get; init; }

    /// <summary>The forecast behind that sentence; null where there is none.</summary>
    public RenewalForecast? Forecast { get; init; }

    /// <summary>Every trigger, those that are reached first.</summary>
    public required IReadOnlyList<UpsellTrigger> Triggers { get; init; }

    /// <summary>What is booked; null where nobody set it.</summary>
    public RetainerTier? Tier { get; init; }

    /// <summary>What the figures speak for; null where that is what is booked.</summary>
    public RetainerTier? Proposed { get; init; }
}
