namespace Beleg.Reports;

/// <summary>Where every cent of the shops went in a period: nothing is lost between the orders and the credits.</summary>
public sealed record Reconciliation
{
    /// <summary>All shops together, in the workspace's currency.</summary>
    public required ReconciliationLine Total { get; init; }

    /// <summary>Each shop, the largest first.</summary>
    public required IReadOnlyList<ReconciliationLine> Shops { get; init; }

    /// <summary>Each currency orders were paid in, at the rates of their days, the largest first.</summary>
    public required IReadOnlyList<ReconciliationLine> Currencies { get; init; }

    /// <summary>Orders without an exchange rate for their day: a loud gap, in no sum.</summary>
    public required long OrdersWithoutRate { get; init; }
}
