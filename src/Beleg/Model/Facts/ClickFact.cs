using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One request of a tagged link; counted when a person's and not a repeat.</summary>
public sealed record ClickFact
{
    /// <summary>The click.</summary>
    public required Key Click { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>The episode it happened in or after; none.</summary>
    public required Key Conversation { get; init; }

    /// <summary>The message with the link; none.</summary>
    public required Key Message { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Channel the link was sent on.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Step.</summary>
    public string? StepId { get; init; }

    /// <summary>Branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Code of the link.</summary>
    public string? LinkCode { get; init; }

    /// <summary>Whether it counts.</summary>
    public required bool Counted { get; init; }

    /// <summary>preview, crawler, head, repeat …</summary>
    public string? NotCountedBecause { get; init; }

    /// <summary>What became of the link's signed contact; none where the link carries none.</summary>
    public ContactClaim? ContactClaim { get; init; }
}
