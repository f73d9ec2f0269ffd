using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>One thing before the order that may have caused it.</summary>
public sealed record ReceiptTouch
{
    /// <summary>The touch.</summary>
    public required Key Touch { get; init; }

    /// <summary>What it was.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>When, as seen from this order.</summary>
    public required Instant At { get; init; }

    /// <summary>How long before the order.</summary>
    public required long AgeMs { get; init; }

    /// <summary>Whether it is the chat's.</summary>
    public required bool IsChat { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Traffic channel; null unless it is a visit.</summary>
    public required TrafficChannel? TrafficChannel { get; init; }

    /// <summary>Flow.</summary>
    public required string? Flow { get; init; }

    /// <summary>Campaign.</summary>
    public required string? Campaign { get; init; }

    /// <summary>How its conversation was entered; null for a visit.</summary>
    public required EntryPoint? EntryPoint { get; init; }

    /// <summary>Its conversation.</summary>
    public required Key Conversation { get; init; }

    /// <summary>The window that admitted it.</summary>
    public required ReceiptWindow Window { get; init; }

    /// <summary>Its part under each model, in the order of <see cref="Receipt.Models"/>, refunds taken off.</summary>
    public required IReadOnlyList<ReceiptShare> Shares { get; init; }
}
