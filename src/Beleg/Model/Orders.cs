using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// Orders at their net value. Whatever sources tell of it, an order is one: the latest word by its source's own clock says what it
/// is, refunds add up. Money is exact: full refunds leave 0 in both currencies and on every basis.
/// </summary>
internal sealed class Orders(FoldContext context)
{
    private readonly Dictionary<(string, string), MoneyOrder> byName = [];
    private readonly Dictionary<(string, string), List<Event>> refunds = [];

    /// <summary>Finds the orders of a contact, by time, and writes their refunds.</summary>
    public void Fold(ContactHistory history)
    {
        if (history.OrderActs.Count == 0)
            return;
        byName.Clear();
        refunds.Clear();
        foreach (var happened in history.OrderActs)
            Take(happened);
        foreach (var (name, order) in byName)
        {
            Value(order, refunds.GetValueOrDefault(name));
            history.Orders.Add(order);
        }

        history.Orders.Sort((a, b) => a.Payload.PlacedAt != b.Payload.PlacedAt ? a.Payload.PlacedAt.CompareTo(b.Payload.PlacedAt) : a.Key.CompareTo(b.Key));
        if (history.Person.IsPerson && history.Orders.Find(o => o.State == OrderState.Counted && o.Gross > 0) is { } first)
            first.IsNewCustomer = true;
        foreach (var order in history.Orders)
            WriteRefunds(order, history);
        foreach (var (name, moved) in refunds)
        {
            if (!byName.ContainsKey(name))
                WriteUnmatched(name, moved, history);
        }
    }

    private void Take(Event happened)
    {
        if (happened.Payload is RefundPayload refund)
        {
            var name = (refund.Shop, refund.OrderId);
            if (!refunds.TryGetValue(name, out var list))
                refunds.Add(name, list = []);
            list.Add(happened);
            return;
        }

        if (happened.Payload is not OrderPayload payload)
            return;
        if (!byName.TryGetValue((payload.Shop, payload.OrderId), out var order))
            byName.Add((payload.Shop, payload.OrderId), order = new MoneyOrder(Routing.Order(context.Settings.Hash, payload.Shop, payload.OrderId), payload));
        order.CartId ??= payload.CartId;
        // Click ids and tags are said once, at the checkout; a later update need not repeat them.
        order.Bid ??= payload.Bid;
        order.UtmMedium ??= happened.Utm?.Medium;
        if (order.Source is null || IsLater(happened, order.Source))
        {
            order.Source = happened;
            order.Payload = IsBare(payload) ? order.Payload : payload;
            order.FinancialStatus = payload.FinancialStatus ?? order.FinancialStatus;
        }
        else
        {
            order.Payload = IsBare(order.Payload) ? payload : order.Payload;
            order.FinancialStatus ??= payload.FinancialStatus;
        }
    }

    /// <summary>A cancellation that names the order and no more: what the order was is known from before.</summary>
    private static bool IsBare(OrderPayload payload) => payload is { Cancelled: true, TotalMinor: 0, CapturedMinor: null };

    private static bool IsLater(Event happened, Event than) => (happened.UpdatedAt ?? happened.OccurredAt) >= (than.UpdatedAt ?? than.OccurredAt);

    private void Value(MoneyOrder order, List<Event>? moved)
    {
        var payload = order.Payload;
        var captured = Captured(order);
        order.GrossOriginal = OnBasis(payload, captured);
        order.State = State(order, captured);
        var day = context.Day(payload.PlacedAt);
        var back = Refunds(order, moved, captured, day);
        if (!Currency.TryFind(payload.Currency, out var currency)
            || context.Settings.Rates.Convert(new Money(order.GrossOriginal, currency), context.Settings.Currency, day) is not Conversion.Converted converted)
        {
            order.State = order.State == OrderState.Counted ? OrderState.RateMissing : order.State;
            foreach (var (_, refund, amount) in back)
                order.Refunds.Add(refund with { AmountOriginal = amount });
            order.RefundedOriginal = order.Refunds.Sum(r => r.AmountOriginal);
            return;
        }

        (order.Gross, order.Rate, order.RateDay) = (converted.Amount.Minor, converted.Rate, converted.RateDate);
        Deduct(order, back, currency, day);
    }

    /// <summary>Takes refunds off in order of time, each as the difference it makes, so that rounding never adds up.</summary>
    private void Deduct(MoneyOrder order, List<(long Moved, MoneyRefund Refund, long Amount)> back, Currency currency, LocalDate day)
    {
        foreach (var (_, refund, amount) in back)
        {
            order.RefundedOriginal += amount;
            var rest = new Money(order.GrossOriginal - order.RefundedOriginal, currency);
            var net = ((Conversion.Converted)context.Settings.Rates.Convert(rest, context.Settings.Currency, day)).Amount.Minor;
            var before = order.Gross - order.Refunded;
            order.Refunded = order.Gross - net;
            order.Refunds.Add(refund with { AmountOriginal = amount, Amount = before - net });
        }
    }

    /// <summary>Refunds by time with what each takes off the order on the revenue basis.</summary>
    private List<(long Moved, MoneyRefund Refund, long Amount)> Refunds(MoneyOrder order, List<Event>? moved, long captured, LocalDate day)
    {
        var refunds = new List<(long Moved, MoneyRefund Refund, long Amount)>();
        foreach (var (happened, payload) in Latest(moved ?? []))
            refunds.Add((InOrderCurrency(order, payload, day), new MoneyRefund(KeyOf(payload), happened.OccurredAt, payload.Kind, 0, 0), 0));

        refunds.Sort((a, b) => a.Refund.At != b.Refund.At ? a.Refund.At.CompareTo(b.Refund.At) : a.Refund.Key.CompareTo(b.Refund.Key));
        var sum = refunds.Sum(r => r.Moved);
        // A shop that only says "refunded" has given back what is left.
        if (IsStatus(order, "refunded") && sum < captured)
        {
            var at = order.Source.UpdatedAt ?? order.Source.OccurredAt;
            refunds.Add((captured - sum, new MoneyRefund(order.Key.With(41), at, RefundKind.Refund, 0, 0), 0));
        }

        var before = 0L;
        for (var i = 0; i < refunds.Count; i++)
        {
            var after = before + refunds[i].Moved;
            refunds[i] = refunds[i] with { Amount = OnBasis(order.Payload, after) - OnBasis(order.Payload, before) };
            before = after;
        }

        return refunds;
    }

    /// <summary>What is known of each refund by the latest word of its source.</summary>
    private static List<(Event Event, RefundPayload Payload)> Latest(List<Event> moved)
    {
        var latest = new Dictionary<string, (Event Event, RefundPayload Payload)>();
        foreach (var happened in moved)
        {
            var payload = (RefundPayload)happened.Payload!;
            if (!latest.TryGetValue(payload.RefundId, out var known) || IsLater(happened, known.Event))
                latest[payload.RefundId] = (happened, payload);
        }

        return [.. latest.Values];
    }

    private Key KeyOf(RefundPayload refund) => context.Settings.Hash.Of("refund", $"{refund.Shop}|{refund.OrderId}", refund.RefundId);

    /// <summary>A refund in another currency than its order's counts at the rate of the order's day; without rate the order is a loud gap.</summary>
    private long InOrderCurrency(MoneyOrder order, RefundPayload refund, LocalDate day)
    {
        if (string.Equals(refund.Currency, order.Payload.Currency, StringComparison.OrdinalIgnoreCase))
            return refund.AmountMinor;
        if (Currency.TryFind(refund.Currency, out var from) && Currency.TryFind(order.Payload.Currency, out var to)
            && context.Settings.Rates.Convert(new Money(refund.AmountMinor, from), to, day) is Conversion.Converted converted)
            return converted.Amount.Minor;
        order.State = order.State == OrderState.Counted ? OrderState.RateMissing : order.State;
        return 0;
    }

    /// <summary>The part of captured or refunded money that is revenue: tax and shipping in or out, as the workspace chose.</summary>
    private long OnBasis(OrderPayload payload, long minor)
    {
        var settings = context.Settings;
        var part = payload.TotalMinor - (settings.TaxIncluded ? 0 : payload.TaxMinor) - (settings.ShippingIncluded ? 0 : payload.ShippingMinor);
        if (part == payload.TotalMinor || payload.TotalMinor <= 0)
            return minor;
        return Money.RoundHalfEven((System.Numerics.BigInteger)minor * part, payload.TotalMinor);
    }

    private static long Captured(MoneyOrder order)
    {
        if (order.Payload.CapturedMinor is { } captured)
            return captured;
        if (order.FinancialStatus is null)
            return order.Payload is { PlacedInChat: true, PaidInChat: false } ? 0 : order.Payload.TotalMinor;
        return IsStatus(order, "paid") || IsStatus(order, "refunded") || IsStatus(order, "partially_refunded") ? order.Payload.TotalMinor : 0;
    }

    private static bool IsStatus(MoneyOrder order, string status) => string.Equals(order.FinancialStatus, status, StringComparison.OrdinalIgnoreCase);

    private static OrderState State(MoneyOrder order, long captured)
    {
        var payload = order.Payload;
        if (payload.Test)
            return OrderState.Test;
        if (payload.Fraud)
            return OrderState.Fraud;
        if (payload.Cancelled || order.Source is { Kind: EventKind.OrderCancelled } or { Payload: OrderPayload { Cancelled: true } })
            return OrderState.Cancelled;
        // Captured nothing of something; an order that costs nothing is complete as it is.
        if (captured == 0 && (payload.TotalMinor != 0 || payload.PlacedInChat))
            return payload.PlacedInChat ? OrderState.Cart : OrderState.Unpaid;
        return OrderState.Counted;
    }

    // Money that moved is never silent: it stands by itself until its order comes, and then on that.
    private void WriteUnmatched((string Shop, string OrderId) name, List<Event> moved, ContactHistory history)
    {
        var order = Routing.Order(context.Settings.Hash, name.Shop, name.OrderId);
        foreach (var (happened, payload) in Latest(moved))
        {
            var day = context.Day(happened.OccurredAt);
            context.Into.UnmatchedRefunds.Add(new UnmatchedRefundFact
            {
                Refund = KeyOf(payload),
                Order = order,
                Contact = history.Contact,
                Shop = name.Shop,
                OrderId = name.OrderId,
                At = happened.OccurredAt,
                Day = day,
                Kind = payload.Kind,
                Currency = payload.Currency,
                AmountOriginalMinor = payload.AmountMinor,
                AmountMinor = context.InCurrency(payload.AmountMinor, payload.Currency, day),
            });
        }
    }

    private void WriteRefunds(MoneyOrder order, ContactHistory history)
    {
        foreach (var refund in order.Refunds)
        {
            context.Into.Refunds.Add(new RefundFact
            {
                Refund = refund.Key,
                Order = order.Key,
                Contact = history.Contact,
                At = refund.At,
                Day = context.Day(refund.At),
                Kind = refund.Kind,
                AmountOriginalMinor = refund.AmountOriginal,
                AmountMinor = refund.Amount,
            });
        }
    }
}
