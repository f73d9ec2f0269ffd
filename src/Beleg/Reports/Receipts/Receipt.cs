namespace Beleg.Reports.Receipts;

/// <summary>Everything behind the credit of one order: what joined it to the chat, who got which cent under which model, and the raw events.</summary>
public sealed record Receipt
{
    /// <summary>The order.</summary>
    public required ReceiptOrder Order { get; init; }

    /// <summary>How sure it is, and by which rule.</summary>
    public required ReceiptEvidence Evidence { get; init; }

    /// <summary>What came before it within the look-back, by time, with the part of each model.</summary>
    public required IReadOnlyList<ReceiptTouch> Touches { get; init; }

    /// <summary>What came before it too early for its window, the latest <see cref="RefusedCount"/> or 20 of them, by time.</summary>
    public required IReadOnlyList<RefusedTouch> Refused { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int RefusedCount { get; init; }

    /// <summary>The order and each refund, by time, with the cents given or taken.</summary>
    public required IReadOnlyList<ReceiptBooking> Bookings { get; init; }

    /// <summary>For each model: what it gives to whom, and the proof that nothing is lost.</summary>
    public required IReadOnlyList<ReceiptModel> Models { get; init; }

    /// <summary>What each data-driven model gives by the weights of the order's month; empty without touches, and where nothing can be learned from.</summary>
    public required IReadOnlyList<ReceiptLearned> Learned { get; init; }

    /// <summary>The events it rests on, by time, with their places in the journal.</summary>
    public required IReadOnlyList<ReceiptEvent> Events { get; init; }

    /// <summary>What was delivered behind each event; null unless whoever may see it asked for it.</summary>
    public IReadOnlyList<RawEvent>? Raw { get; init; }

    /// <summary>What made it.</summary>
    public required ReceiptVersions Versions { get; init; }
}
