using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>An order while a contact is folded: its latest word, its refunds, and what it comes to.</summary>
internal sealed class MoneyOrder(Key key, OrderPayload payload)
{
    public Key Key { get; } = key;

    public OrderPayload Payload { get; set; } = payload;

    public Event Source { get; set; } = null!;

    /// <summary>Financial status, captured money and so on of the latest event that speaks of them.</summary>
    public string? FinancialStatus { get; set; }

    public string? Bid { get; set; }

    public string? UtmMedium { get; set; }

    public string? CartId { get; set; }

    public OrderState State { get; set; }

    public long GrossOriginal { get; set; }

    public long RefundedOriginal { get; set; }

    public decimal Rate { get; set; }

    public LocalDate? RateDay { get; set; }

    public long Gross { get; set; }

    public long Refunded { get; set; }

    public List<MoneyRefund> Refunds { get; } = [];

    public bool IsNewCustomer { get; set; }

    public long Net => State == OrderState.Counted ? Gross - Refunded : 0;
}
