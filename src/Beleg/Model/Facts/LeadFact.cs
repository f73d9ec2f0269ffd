using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One lead.</summary>
public sealed record LeadFact
{
    /// <summary>The lead.</summary>
    public required Key Lead { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Episode it was captured in; none.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>How that conversation was entered.</summary>
    public required EntryPoint EntryPoint { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Captured.</summary>
    public required Instant CapturedAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Consent valid at that moment, or given by the end of the conversation.</summary>
    public required bool WithConsent { get; init; }

    /// <summary>Where it stands.</summary>
    public required LeadStatus Status { get; init; }

    /// <summary>First qualified.</summary>
    public Instant? QualifiedAt { get; init; }

    /// <summary>First won.</summary>
    public Instant? WonAt { get; init; }

    /// <summary>First lost.</summary>
    public Instant? LostAt { get; init; }
}
