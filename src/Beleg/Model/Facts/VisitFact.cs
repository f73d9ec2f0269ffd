using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One web visit.</summary>
public sealed record VisitFact
{
    /// <summary>The visit.</summary>
    public required Key Visit { get; init; }

    /// <summary>The visitor.</summary>
    public required Key Contact { get; init; }

    /// <summary>Started.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>GA4's default grouping.</summary>
    public required TrafficChannel TrafficChannel { get; init; }

    /// <summary>Landing page.</summary>
    public string? LandingPath { get; init; }

    /// <summary>utm_source.</summary>
    public string? UtmSource { get; init; }

    /// <summary>utm_campaign.</summary>
    public string? UtmCampaign { get; init; }

    /// <summary>The visitor had an automated conversation within 24 h after the visit's start.</summary>
    public required bool WithChat { get; init; }

    /// <summary>A conversion or a counted order followed before the next visit and within 24 h.</summary>
    public required bool Converted { get; init; }
}
