using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One message with its delivery life; each time is the earliest seen.</summary>
public sealed record MessageFact
{
    /// <summary>The message.</summary>
    public required Key Message { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Its episode.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Which way.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Who wrote.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What an outbound message is for.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Sent or received.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Delivered.</summary>
    public Instant? DeliveredAt { get; init; }

    /// <summary>Only a read or an answer tells.</summary>
    public required bool DeliveredImplied { get; init; }

    /// <summary>Read; null on channels without receipts.</summary>
    public Instant? ReadAt { get; init; }

    /// <summary>Only a reply tells.</summary>
    public required bool ReadImplied { get; init; }

    /// <summary>Failed.</summary>
    public Instant? FailedAt { get; init; }

    /// <summary>The provider's error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>First press of one of its buttons.</summary>
    public Instant? ButtonClickedAt { get; init; }

    /// <summary>First counted click on one of its links.</summary>
    public Instant? LinkClickedAt { get; init; }

    /// <summary>First inbound within 24 h after it.</summary>
    public Instant? RepliedAt { get; init; }

    /// <summary>It carries buttons.</summary>
    public required bool HasButtons { get; init; }

    /// <summary>It carries tagged links.</summary>
    public required bool HasLinks { get; init; }

    /// <summary>Of its links one has neither our redirect nor utm parameters, so that its clicks arrive as nobody's.</summary>
    public bool HasUntaggedLinks { get; init; }
    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Version.</summary>
    public string? FlowVersion { get; init; }

    /// <summary>Step.</summary>
    public string? StepId { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Template.</summary>
    public string? Template { get; init; }

    /// <summary>The conversation's first outbound message.</summary>
    public required bool IsFirstOutbound { get; init; }

    /// <summary>The bot did not understand.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>What read an inbound message.</summary>
    public required HandledBy HandledBy { get; init; }

    /// <summary>Detected intent.</summary>
    public string? Intent { get; init; }

    /// <summary>Intent a person read in it.</summary>
    public string? IntentLabel { get; init; }

    /// <summary>Billing category.</summary>
    public required MessageCategory Category { get; init; }

    /// <summary>Whether it costs.</summary>
    public bool? Billable { get; init; }

    /// <summary>Calling code a rate card prices by.</summary>
    public string? CountryCallingCode { get; init; }
}
