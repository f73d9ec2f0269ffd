using Beleg.App.Dashboard.Language;
using Beleg.Reports.Charts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the receipt of an order shows; amounts are written already.</summary>
public sealed record ReceiptModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required string Shop { get; init; }

    public required string OrderId { get; init; }

    public required Instant PlacedAt { get; init; }

    public required Phrase State { get; init; }

    public required bool IsCounted { get; init; }

    public required bool IsNewCustomer { get; init; }

    /// <summary>A to E; null without evidence.</summary>
    public string? Grade { get; init; }

    public required string Rule { get; init; }

    public required string Captured { get; init; }

    /// <summary>In the order's own currency, where it is another: amount, rate, day.</summary>
    public (string Amount, string Rate, string Day)? Original { get; init; }

    public required IReadOnlyList<(Phrase Kind, Instant At, string Amount)> Refunds { get; init; }

    public required string Net { get; init; }

    public required string CreditedToChat { get; init; }

    public required string Unattributed { get; init; }

    /// <summary>Name of the model the credited line is by.</summary>
    public required string DefaultModel { get; init; }

    /// <summary>Names of the models, in the order of each touch's amounts.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    public required IReadOnlyList<ReceiptTouch> Touches { get; init; }

    /// <summary>What came too early for its window: what, where, when, how long before, and the window; the latest of them.</summary>
    public required IReadOnlyList<(string What, string? Where, Instant At, string Age, string Window)> Refused { get; init; }

    /// <summary>How many came too early in all.</summary>
    public required int RefusedCount { get; init; }

    /// <summary>What data-driven models give: name, on what they rest or why they refuse, and by touch the amount and the part.</summary>
    public required IReadOnlyList<(string Model, string Basis, IReadOnlyList<(string Amount, string Weight)> Shares)> Learned { get; init; }

    /// <summary>The sum of each model's column.</summary>
    public required IReadOnlyList<string> Sums { get; init; }

    public required IReadOnlyList<ReceiptEvent> Events { get; init; }

    /// <summary>Whether the conservative figure counts it: evidence A to C.</summary>
    public required bool IsConservative { get; init; }

    /// <summary>What each model gives each touch, side by side; null without a touch or an amount.</summary>
    public Chart? Shares { get; init; }

    /// <summary>Whether every model's cents add up to the net, and come out the same when shared out again.</summary>
    public required bool AddsUp { get; init; }

    /// <summary>What made it: name and value.</summary>
    public required IReadOnlyList<(Phrase Name, string Value)> Versions { get; init; }

    /// <summary>Key of the contact, for its timeline.</summary>
    /// <summary>Whether what was delivered stands beneath each event.</summary>
    public bool HasRaw { get; init; }

    public required string Contact { get; init; }
}
