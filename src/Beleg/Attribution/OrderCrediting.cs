using Beleg.Attribution.Models;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Attribution;

/// <summary>Writes an order with its evidence, and one credit for each of its bookings and touches. One instance per thread.</summary>
internal sealed class OrderCrediting : IOrderCrediting
{
    private const int First = 0, Last = 1, LastNonDirect = 2, Linear = 3, Position = 4, TimeDecay = 5, Influenced = 6, NoTouch = -1;

    private readonly CreditLedger ledger;
    private readonly Dictionary<Key, OrderTouch> byKey = [];
    private readonly List<Touchpoint> points = [];
    private readonly List<NetChange> changes = [];

    // Where each model stands in the ledger; below 0 where it is left out.
    private readonly int[] places;

    /// <summary>All models, under a workspace's look-back and half-life.</summary>
    public OrderCrediting(FoldSettings settings)
        : this(settings, _ => true)
    {
    }

    /// <summary>Some models alone, so that what each costs can be measured; the columns of the others stay 0.</summary>
    internal OrderCrediting(FoldSettings settings, Func<IAttributionModel, bool> wanted)
    {
        var models = AttributionModels.All.Where(wanted).ToList();
        places = [.. AttributionModels.All.Select(model => models.IndexOf(model))];

        // Which touches are in is decided where they are chosen, each by its own window; none of them is older than the longest.
        ledger = new CreditLedger(models.Select(m => m is TimeDecay ? new TimeDecay(Duration.FromDays(settings.HalfLifeDays)) : m), new LookBack(settings.Windows.LongestDays));
    }

    /// <inheritdoc/>
    public void Credit(OrderToCredit order, FoldContext context)
    {
        byKey.Clear();
        points.Clear();
        foreach (var touch in order.Touches)
        {
            byKey.Add(touch.Touch.Fact.Touch, touch);
            points.Add(new Touchpoint(touch.Touch.Fact.Touch, touch.At, touch.Touch.Fact.IsChat, touch.Touch.Fact.IsDirect, Grade(touch)));
        }

        var money = order.Order;
        changes.Clear();
        foreach (var refund in money.Refunds)
            changes.Add(new NetChange(refund.Key, refund.At, -refund.Amount));
        var credits = ledger.Allocate(
            new NetChange(money.Key, money.Payload.PlacedAt, money.Gross),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(changes),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points));
        var evidence = Grading.Stronger(credits.Evidence, OfOrder(order));
        WriteOrder(order, credits, evidence, context);
        if (money.State == OrderState.Counted)
            WriteCredits(order, credits, evidence, context);
    }

    private static Evidence Grade(OrderTouch touch)
    {
        if (!touch.Touch.Fact.IsChat)
            return Evidence.None;
        var proofs = touch.ByClickId || touch.ThroughClickId ? Proofs.ClickIdOnOrder
            : touch.Touch.Fact.Kind == TouchKind.Click ? Proofs.ClickBySamePerson : Proofs.ConversationBySamePerson;
        return touch.Touch.FromBrowser ? Grading.Grade(Proofs.None, proofs) : Grading.Grade(proofs);
    }

    private static Evidence OfOrder(OrderToCredit order) =>
        Grading.Grade((order.Order.Payload.PaidInChat ? Proofs.PaidInChat : Proofs.None) | (order.ChatUtm ? Proofs.TagOrCoupon : Proofs.None));

    private static void WriteOrder(OrderToCredit order, OrderCredits credits, Evidence evidence, FoldContext context)
    {
        var money = order.Order;
        var payload = money.Payload;
        context.Into.Orders.Add(new OrderFact
        {
            Order = money.Key,
            Contact = order.Contact,
            Shop = payload.Shop,
            OrderId = payload.OrderId,
            PlacedAt = payload.PlacedAt,
            Day = context.Day(payload.PlacedAt),
            State = money.State,
            Currency = payload.Currency,
            GrossOriginalMinor = money.GrossOriginal,
            RefundedOriginalMinor = money.RefundedOriginal,
            Rate = money.Rate,
            RateDay = money.RateDay,
            GrossMinor = money.Gross,
            RefundedMinor = money.Refunded,
            NetMinor = money.Net,
            NewCustomer = money.IsNewCustomer,
            Evidence = evidence,
            Influenced = credits.Influenced,
            JoinedContact = order.JoinedContact,
            Touches = credits.Touches.Length,
            PaidInChat = payload.PaidInChat,
            Coupon = payload.Coupons.Count > 0 ? payload.Coupons[0] : null,
            ChatUtm = order.ChatUtm,
        });
    }

    private void WriteCredits(OrderToCredit order, OrderCredits credits, Evidence evidence, FoldContext context)
    {
        for (var booking = 0; booking < credits.Bookings.Length; booking++)
        {
            for (var touch = 0; touch < credits.Touches.Length; touch++)
            {
                var seen = byKey[credits.Touches[touch].Touch].Touch;
                seen.Used = true;
                context.Into.Credits.Add(Row(order, credits, booking, touch, evidence, seen, context));
            }

            if (credits.Touches.IsEmpty || HasUnattributed(credits, booking))
                context.Into.Credits.Add(Row(order, credits, booking, NoTouch, evidence, null, context));
        }
    }

    /// <summary>What a model gives to no touch: influenced, where only visits came before the order.</summary>
    private bool HasUnattributed(OrderCredits credits, int booking)
    {
        for (var model = First; model <= Influenced; model++)
        {
            if (Cents(credits, booking, NoTouch, model) != 0)
                return true;
        }

        return false;
    }

    private long Cents(OrderCredits credits, int booking, int touch, int model) =>
        places[model] is var place && place < 0 ? 0 : touch == NoTouch ? credits.Unattributed(booking, place) : credits.Cents(booking, touch, place);

    private int Weighted(OrderCredits credits, int touch)
    {
        var (own, bits) = (credits.Weighted(touch), 0);
        for (var model = First; model <= Influenced; model++)
        {
            if (places[model] >= 0 && (own & (1 << places[model])) != 0)
                bits |= 1 << model;
        }

        return bits;
    }

    private CreditFact Row(OrderToCredit order, OrderCredits credits, int booking, int place, Evidence evidence, Touch? touch, FoldContext context) => new()
    {
        Order = order.Order.Key,
        Booking = credits.Bookings[booking].Booking,
        Touch = touch?.Fact.Touch ?? Key.None,
        Contact = order.Contact,
        Kind = booking == 0 ? CreditKind.Order : CreditKind.Refund,
        BookedAt = credits.Bookings[booking].At,
        Day = context.Day(credits.Bookings[booking].At),
        IsChat = touch?.Fact.IsChat ?? false,
        TouchKind = touch?.Fact.Kind ?? TouchKind.Visit,
        TouchAt = touch is null ? null : credits.Touches[place].At,
        Evidence = evidence,
        Conversation = touch?.Fact.Conversation ?? Key.None,
        ConversationDay = touch?.Episode?.Day,
        ConversationAutomated = touch?.Episode?.IsAutomated ?? false,
        Channel = touch?.Fact.Channel ?? Sources.Channel.Other,
        TrafficChannel = touch?.Fact.TrafficChannel ?? Sources.TrafficChannel.Unassigned,
        FlowId = touch?.Fact.FlowId,
        CampaignId = touch?.Fact.CampaignId,
        EntryPoint = touch?.Fact.EntryPoint ?? Sources.EntryPoint.Organic,
        NewCustomer = order.Order.IsNewCustomer,
        First = Cents(credits, booking, place, First),
        Last = Cents(credits, booking, place, Last),
        LastNonDirect = Cents(credits, booking, place, LastNonDirect),
        Linear = Cents(credits, booking, place, Linear),
        Position = Cents(credits, booking, place, Position),
        TimeDecay = Cents(credits, booking, place, TimeDecay),
        Influenced = Cents(credits, booking, place, Influenced),
        Weighted = touch is null ? 0 : Weighted(credits, place),
    };
}
