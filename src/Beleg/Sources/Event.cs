using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources;

/// <summary>One thing that happened, in the vocabulary's words: an envelope that every event has, and a payload by kind.</summary>
public sealed record Event
{
    /// <summary>What happened.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Idempotency key: the same source and provider's id give the same key; later content with it replaces earlier.</summary>
    public required Key Id { get; init; }

    /// <summary>When it happened, by the source's clock.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>The source's own time of its last change, where it says one; of two events with one id the later wins.</summary>
    public Instant? UpdatedAt { get; init; }

    /// <summary>Whether its id names a thing whose later state replaces the earlier as a matter of course (an order of a shop): no conflict then.</summary>
    public bool Revises { get; init; }

    /// <summary>Name of the source within the workspace.</summary>
    public required string Source { get; init; }

    /// <summary>How far it is believed.</summary>
    public required Trust Trust { get; init; }

    /// <summary>Who it is about; empty where the source names only a message, an order or a click.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Messaging channel.</summary>
    public Channel Channel { get; init; }

    /// <summary>The business's own number, page or shop.</summary>
    public string? AccountId { get; init; }

    /// <summary>The source's own conversation, where it has one.</summary>
    public Key Conversation { get; init; }

    /// <summary>(channel, account, provider's message id).</summary>
    public Key Message { get; init; }

    /// <summary>Who caused it.</summary>
    public Actor Actor { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Version of the flow.</summary>
    public string? FlowVersion { get; init; }

    /// <summary>One passage of one contact through a flow.</summary>
    public Key Run { get; init; }

    /// <summary>Step of the flow.</summary>
    public string? StepId { get; init; }

    /// <summary>Branch of the flow.</summary>
    public string? Branch { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>How the conversation was entered; null where the event does not say.</summary>
    public EntryPoint? EntryPoint { get; init; }

    /// <summary>Post, ad, keyword or code of the entry.</summary>
    public string? EntryRef { get; init; }

    /// <summary>Language, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Campaign tags.</summary>
    public Utm? Utm { get; init; }

    /// <summary>What only this kind of event has; null where it has nothing of its own.</summary>
    public Payload? Payload { get; init; }

    /// <summary>What is about the person; present after translation, absent in the stored form.</summary>
    public Personal? Personal { get; init; }

    /// <summary>The event's name on the wire where <see cref="Kind"/> is unknown.</summary>
    public string? Name { get; init; }
}
