namespace Beleg.Reports.Receipts;

/// <summary>The sum line of one model.</summary>
public sealed record ReceiptModel
{
    /// <summary>Id of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Cents on chat touches: attributed revenue.</summary>
    public required long Attributed { get; init; }

    /// <summary>Cents on web visits, which the chat did not earn.</summary>
    public required long OtherTouches { get; init; }

    /// <summary>Cents no touch gets.</summary>
    public required long Unattributed { get; init; }

    /// <summary>All three, added up from the credit rows.</summary>
    public required long Sum { get; init; }

    /// <summary>The order's net.</summary>
    public required long Net { get; init; }

    /// <summary>Sum less net: 0, or something is wrong.</summary>
    public required long Difference { get; init; }

    /// <summary>Whether sharing the order out again, from its touches and bookings, gives the stored cents.</summary>
    public required bool Recomputed { get; init; }
}
