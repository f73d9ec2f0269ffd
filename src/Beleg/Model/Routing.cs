using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// Which events may concern each other. Two events that share a key are folded together; whether they are then one person is
/// decided inside the fold, never here. So a key too many costs time, a key too few loses a join.
/// </summary>
internal static class Routing
{
    /// <summary>The cluster of everything that belongs to no contact: costs, assumptions, rates, shop totals.</summary>
    public static readonly Key Ledger = new(long.MinValue);

    /// <summary>
    /// Adds the keys an event is found by. Message, conversation and run are added only where nothing better is known
    /// (<see cref="IsUnidentified"/>): ten million message keys are not worth an index beside the facts, which know each message.
    /// </summary>
    public static void Keys(Event happened, KeyedHash hash, List<Key> into)
    {
        if (IsLedger(happened.Kind))
        {
            into.Add(Ledger);
            return;
        }

        foreach (var identifier in happened.Identifiers)
            into.Add(identifier.Key);
        switch (happened.Payload)
        {
            case OrderPayload order:
                into.Add(Order(hash, order.Shop, order.OrderId));
                AddPresent(into, Bid(hash, order.Bid));
                AddPresent(into, Cart(hash, order.Shop, order.CartId));
                break;
            case SubscriptionPayload subscription:
                into.Add(Subscription(hash, happened.Source, subscription.SubscriptionId));
                break;
            case RefundPayload refund:
                into.Add(Order(hash, refund.Shop, refund.OrderId));
                break;
            case ClickPayload { ClickId: { } bid }:
                AddPresent(into, Bid(hash, bid));
                break;
            case SessionPayload { Bid: { } bid }:
                AddPresent(into, Bid(hash, bid));
                break;
            case MergePayload merge:
                AddPresent(into, merge.A);
                AddPresent(into, merge.B);
                break;
            case AppointmentPayload appointment:
                AddPresent(into, appointment.Appointment);
                break;
            case LeadPayload lead:
                AddPresent(into, lead.Lead);
                break;
            case DealPayload deal:
                AddPresent(into, hash.Of("deal", happened.Source, deal.DealId));
                break;
            default:
                break;
        }
    }

    /// <summary>Whether an event names no one, so that it must be bound through its message, conversation or run.</summary>
    public static bool IsUnidentified(Event happened, List<Key> keys) => keys.Count == 0 && !IsLedger(happened.Kind);

    /// <summary>
    /// The message whose row an event makes or changes; none for all others. All of these are folded together, whatever name each carries:
    /// a status names the number it went to, whoever sent it perhaps the customer, and nothing need ever say that the two are one.
    /// </summary>
    public static Key MessageOf(Event happened) => happened.Kind switch
    {
        EventKind.MessageReceived or EventKind.MessageSent => MessageLife.IsMessage(happened) ? happened.Message : Key.None,
        EventKind.MessageDelivered or EventKind.MessageRead or EventKind.MessageFailed => happened.Message,
        _ => Key.None,
    };

    /// <summary>What an event without any key is bound through, best first; its own id where there is nothing.</summary>
    public static Key Entity(Event happened) =>
        !happened.Message.IsNone ? happened.Message
        : !happened.Conversation.IsNone ? happened.Conversation
        : !happened.Run.IsNone ? happened.Run
        : happened.Id;

    /// <summary>The key of an order: the same order from Shopify, Segment and CSV is one.</summary>
    public static Key Order(KeyedHash hash, string shop, string orderId) => hash.Of("order", shop, orderId);

    /// <summary>The key of a cart; none where there is none.</summary>
    public static Key Cart(KeyedHash hash, string shop, string? cartId) => hash.Of("cart", shop, cartId);

    /// <summary>The key of the cart that went to a checkout; some shops give it the id that its order will have.</summary>
    public static Key Cart(KeyedHash hash, OrderPayload checkout) => Cart(hash, checkout.Shop, checkout.CartId ?? checkout.OrderId);

    /// <summary>The key of a subscription.</summary>
    public static Key Subscription(KeyedHash hash, string source, string subscriptionId) => hash.Of("subscription", source, subscriptionId);

    /// <summary>The key of a click id.</summary>
    public static Key Bid(KeyedHash hash, string? bid) => hash.Of("bid", bid);

    /// <summary>Whether an event belongs to the workspace's ledger and to no contact.</summary>
    public static bool IsLedger(EventKind kind) => kind is EventKind.CostRecorded or EventKind.AssumptionSet
        or EventKind.MessageRateSet or EventKind.ExchangeRateSet or EventKind.ShopTotalReported or EventKind.MetricAgreed or EventKind.HypothesisSet
        or EventKind.ExperimentPlanned or EventKind.ExperimentStateChanged;

    private static void AddPresent(List<Key> into, Key key)
    {
        if (!key.IsNone)
            into.Add(key);
    }
}
