namespace Beleg.Metrics;

/// <summary>Where every cent of the shop went in the period, in major units of the workspace's currency.</summary>
public sealed record RevenueFooter
{
    /// <summary>Credited to the chat under the model and basis asked for.</summary>
    public required decimal Attributed { get; init; }

    /// <summary>Everything else that counts: the three below.</summary>
    public decimal Unattributed => WeakerEvidence + OtherTouches + NoTouch;

    /// <summary>Of that: chat touches whose evidence the basis leaves out.</summary>
    public required decimal WeakerEvidence { get; init; }

    /// <summary>Of that: shared to web visits.</summary>
    public required decimal OtherTouches { get; init; }

    /// <summary>Of that: no touch, or none that the model pays.</summary>
    public required decimal NoTouch { get; init; }

    /// <summary>Orders that do not count (test, cancelled, fraud), less what was refunded on them.</summary>
    public required decimal Excluded { get; init; }

    /// <summary>Refunds whose order nobody told of, by their own dates; 0 or less.</summary>
    public required decimal RefundsWithoutOrder { get; init; }

    /// <summary>All orders of the shop less all refunds, by their own dates.</summary>
    public required decimal ShopTotal { get; init; }

    /// <summary>What the sum misses the shop total by; always 0.00 unless a program fault lost money.</summary>
    public decimal Difference => ShopTotal - (Attributed + Unattributed + Excluded + RefundsWithoutOrder);

    /// <summary>The shop's own total where it was imported for these days, at once or piece by piece.</summary>
    public decimal? ImportedTotal { get; init; }

    /// <summary>What the imported total differs by.</summary>
    public decimal? ImportedDifference => ImportedTotal - ShopTotal;

    /// <summary>Orders, and refunds without one, left out because no exchange rate is known for their day.</summary>
    public required long OrdersWithoutRate { get; init; }

    /// <summary>Whether web visits are connected; without them attributed and influenced revenue coincide.</summary>
    public required bool VisitsConnected { get; init; }
}
