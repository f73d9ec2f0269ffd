using Beleg.Attribution;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Sources;

namespace Beleg.Reports.Receipts;

/// <summary>Writes the receipt of an order from everything its cluster holds. Computes no figure: cents are those of the credit rows.</summary>
public sealed class ReceiptReader(IDossiers dossiers, ReceiptSettings settings)
{
    /// <summary>The receipt; null where the workspace has no such order.</summary>
    /// <param name="shop">The shop, as its source names it.</param>
    /// <param name="orderId">The shop's id of the order.</param>
    public Receipt? Read(string shop, string orderId)
    {
        var key = Routing.Order(settings.Hash, shop, orderId);
        return !key.IsNone && dossiers.Open(key) is { } dossier && dossier.Facts.Orders.Find(o => o.Order == key) is { } order
            ? Compose(order, dossier, settings)
            : null;
    }

    /// <summary>The receipt of one order of a cluster. Pure.</summary>
    public static Receipt Compose(OrderFact order, Dossier dossier, ReceiptSettings settings)
    {
        var refunds = dossier.Facts.Refunds.Where(r => r.Order == order.Order).OrderBy(r => r.At).ThenBy(r => r.Refund).ToArray();
        var shares = new ReceiptShares(order, refunds, dossier.Facts.Credits, settings);
        var touches = shares.Touches.Select((row, i) => Touch(order, row, shares.Of(i), settings)).ToArray();
        var (refused, refusedCount) = RefusedTouches.Of(order, dossier.Facts, [.. touches.Select(t => t.Touch)], settings.Windows);
        var bookings = Bookings(order, refunds, shares, settings);
        return new Receipt
        {
            Order = Head(order, settings),
            Evidence = new(order.Evidence, ReceiptRule.Say(order, touches, dossier, settings), Grading.IsConservative(order.Evidence), order.JoinedContact),
            Touches = touches,
            Refused = refused,
            RefusedCount = refusedCount,
            Bookings = bookings,
            Models = shares.Sums(order, bookings),
            Learned = order.State != OrderState.Counted || touches.Length == 0 || settings.Learned is null ? [] : [.. settings.Learned(order.Day).Select(weights => ReceiptLearned.Of(weights, order, shares.Touches))],
            Events = new ReceiptTrail(order, touches, dossier).Events,
            Versions = new(settings.Software, EventCodec.Version, settings.Windows.Days, new SortedDictionary<string, int>(settings.Windows.Own.ToDictionary(), StringComparer.Ordinal), settings.HalfLifeDays, settings.Model ?? AttributionModels.Default.Id),
        };
    }

    private static ReceiptOrder Head(OrderFact order, ReceiptSettings settings) => new()
    {
        Shop = order.Shop,
        OrderId = order.OrderId,
        Order = order.Order,
        Contact = order.Contact,
        PlacedAt = order.PlacedAt,
        Day = order.Day,
        State = order.State,
        StateReason = Reason(order),
        GrossOriginal = new(order.GrossOriginalMinor, order.Currency),
        RefundedOriginal = new(order.RefundedOriginalMinor, order.Currency),
        Rate = order.Rate == 0 ? null : order.Rate,
        RateDay = order.RateDay,
        Gross = In(order.GrossMinor, settings),
        Refunded = In(order.RefundedMinor, settings),
        Net = In(order.NetMinor, settings),
        NewCustomer = order.NewCustomer,
        Coupon = order.Coupon,
    };

    private static ReceiptTouch Touch(OrderFact order, CreditFact row, IReadOnlyList<ReceiptShare> shares, ReceiptSettings settings)
    {
        var at = row.TouchAt ?? order.PlacedAt;
        var isVisit = row.TouchKind == TouchKind.Visit;
        return new()
        {
            Touch = row.Touch,
            Kind = row.TouchKind,
            At = at,
            AgeMs = (long)(order.PlacedAt - at).TotalMilliseconds,
            IsChat = row.IsChat,
            Channel = row.Channel,
            TrafficChannel = isVisit ? row.TrafficChannel : null,
            Flow = row.FlowId,
            Campaign = row.CampaignId,
            EntryPoint = isVisit ? null : row.EntryPoint,
            Conversation = row.Conversation,
            Window = ReceiptWindow.Of(settings.Windows, row.TouchKind, row.Channel),
            Shares = shares,
        };
    }

    // An order that does not count books nothing; its refunds stand in its head.
    private static ReceiptBooking[] Bookings(OrderFact order, IReadOnlyList<RefundFact> refunds, ReceiptShares shares, ReceiptSettings settings)
    {
        if (order.State != OrderState.Counted)
            return [];
        var placed = new ReceiptBooking
        {
            Booking = order.Order,
            Kind = "order",
            At = order.PlacedAt,
            Day = order.Day,
            Amount = In(order.GrossMinor, settings),
            Lines = shares.Lines(order.Order, order.GrossMinor),
        };
        return [placed, .. refunds.Select(r => new ReceiptBooking
        {
            Booking = r.Refund,
            Kind = ReportLanguage.Label(r.Kind),
            At = r.At,
            Day = r.Day,
            Amount = In(-r.AmountMinor, settings),
            Lines = shares.Lines(r.Refund, -r.AmountMinor),
        })];
    }

    private static Words Reason(OrderFact order) => order.State switch
    {
        OrderState.Counted => new("Counts.", "Zählt."),
        OrderState.Unpaid => new("Does not count: nothing has been captured yet.", "Zählt nicht: noch nichts eingezogen."),
        OrderState.Cart => new("Does not count: an order in the chat that was never paid is a cart.", "Zählt nicht: Eine nie bezahlte Bestellung im Chat ist ein Warenkorb."),
        OrderState.Test => new("Does not count: a test order.", "Zählt nicht: eine Testbestellung."),
        OrderState.Cancelled => new("Does not count: cancelled.", "Zählt nicht: storniert."),
        OrderState.Fraud => new("Does not count: the shop calls it fraud.", "Zählt nicht: vom Shop als Betrug gemeldet."),
        _ => ReportLanguage.Say(l => l.Pick(
            $"Does not count: no exchange rate for {order.Currency} on {l.Day(order.Day)}.",
            $"Zählt nicht: kein Wechselkurs für {order.Currency} am {l.Day(order.Day)}.")),
    };

    private static Amount In(long minor, ReceiptSettings settings) => new(minor, settings.Currency.Code);
}
