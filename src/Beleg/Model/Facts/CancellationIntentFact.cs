using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>A conversation in which a subscriber wanted to cancel, once for each conversation, and whether a cancellation came of it.</summary>
public sealed record CancellationIntentFact
{
    /// <summary>The conversation.</summary>
    public required Key Conversation { get; init; }

    /// <summary>The subscriber.</summary>
    public required Key Contact { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>First message with that intent.</summary>
    public required Instant IntentAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether somebody or something answered in the chat.</summary>
    public required bool Handled { get; init; }

    /// <summary>The first cancellation after it, of a subscription that ran then; null where none came.</summary>
    public Instant? CancelledAt { get; init; }

    /// <summary>Whether none came within 30 days.</summary>
    public required bool Kept { get; init; }
}
