namespace Beleg.Reports;

/// <summary>attributed + weaker evidence + other touches + unattributed + excluded + refunds without their order = total, in minor units of the workspace's currency.</summary>
public sealed record ReconciliationLine
{
    /// <summary>The shop or the currency; empty for all together.</summary>
    public required string Name { get; init; }

    /// <summary>Orders placed in the period, those that do not count included.</summary>
    public required long Orders { get; init; }

    /// <summary>On chat touches, evidence A to C.</summary>
    public required long Attributed { get; init; }

    /// <summary>On chat touches of weaker evidence, which the conservative figure leaves out.</summary>
    public required long WeakerEvidence { get; init; }

    /// <summary>On web visits.</summary>
    public required long OtherTouches { get; init; }

    /// <summary>On no touch.</summary>
    public required long Unattributed { get; init; }

    /// <summary>Orders that do not count (test, cancelled, fraud), less what was refunded on them.</summary>
    public required long Excluded { get; init; }

    /// <summary>Refunds whose order nobody told of, below zero; null where there are none.</summary>
    public long? RefundsWithoutOrder { get; init; }

    /// <summary>All orders less all refunds, each by its own date, added up apart from the credits.</summary>
    public required long Total { get; init; }

    /// <summary>The shop's own total, where it was imported for exactly these days.</summary>
    public long? ShopTotal { get; init; }

    /// <summary>Total less its parts: 0, or money was lost.</summary>
    public long Difference => Total - (Attributed + WeakerEvidence + OtherTouches + Unattributed + Excluded + (RefundsWithoutOrder ?? 0));

    /// <summary>The shop's own total less ours; null where it was not imported.</summary>
    public long? ShopDifference => ShopTotal - Total;

    /// <summary>Whether the shop counts as we do, with or without the orders that do not count; null where its total was not imported.</summary>
    public bool? ShopAgrees => ShopTotal is null ? null : ShopTotal == Total || ShopTotal == Total - Excluded;
}
