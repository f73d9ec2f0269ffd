using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One line of the cost ledger. Belongs to no contact.</summary>
public sealed record CostFact
{
    /// <summary>The line.</summary>
    public required Key Cost { get; init; }

    /// <summary>Its id.</summary>
    public required string CostId { get; init; }

    /// <summary>platform, service, setup …</summary>
    public required string Kind { get; init; }

    /// <summary>How often.</summary>
    public required CostRecurrence Recurrence { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate FromDay { get; init; }

    /// <summary>Day after the last; null = open.</summary>
    public LocalDate? ToDay { get; init; }

    /// <summary>Original currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Original amount.</summary>
    public required long AmountOriginalMinor { get; init; }

    /// <summary>In the workspace's currency; null where the rate is missing.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Channel it belongs to.</summary>
    public string? Channel { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Pays for people who answer.</summary>
    public required bool Human { get; init; }
}
