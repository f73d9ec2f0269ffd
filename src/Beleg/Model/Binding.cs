using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// Says which contact each event of a cluster belongs to. What is about a message, an order, a lead and so on goes where that is,
/// whoever a status or an update names: it has one contact, the one of its earliest event that knows. What nobody is named
/// with follows its message, conversation or run; what is left stands alone under its own key.
/// </summary>
internal sealed class Binding(KeyedHash hash)
{
    // A name that is only known through another thing needs one more round; deeper chains do not occur.
    private const int MostRounds = 4;

    private const int Ambiguous = -1;

    /// <summary>The slot of an event that is nobody's: an operator's act on two names, a word nobody knows about no one.</summary>
    public const int Nobody = -2;

    private readonly Dictionary<Key, int> owners = [];
    private readonly Dictionary<string, int> links = [];
    private readonly Dictionary<string, Key> orders = [];
    private readonly List<Key> things = [];
    private readonly Dictionary<Key, int> alone = [];
    private bool hasCheckouts;

    /// <summary>The slot of each event, by position; persons nobody knows are added to those of the identity.</summary>
    public void Bind(List<Event> events, Identity identity, List<int> slots)
    {
        owners.Clear();
        links.Clear();
        orders.Clear();
        alone.Clear();
        slots.Clear();
        hasCheckouts = events.Exists(happened => happened.Kind == EventKind.CheckoutStarted);
        foreach (var happened in events)
            slots.Add(identity.SlotOf(happened, allowQuarantined: !IsMoney(happened.Kind)));
        Own(events, slots, defining: true);
        Own(events, slots, defining: false);
        Follow(events, slots);
        StandAlone(events, slots, identity.Persons);
    }

    /// <summary>The first slot that a message, an order and so on was seen with; what defines a message or order speaks first.</summary>
    private void Own(List<Event> events, List<int> slots, bool defining)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (slots[i] < 0 || Defines(events[i]) != defining)
                continue;
            Things(events[i]);
            foreach (var thing in things)
                owners.TryAdd(thing, slots[i]);
            // A cart is whoever's ordered it; never the other way round: a browser says what a cart is.
            if (hasCheckouts && events[i].Payload is OrderPayload sold && IsMoney(events[i].Kind))
            {
                owners.TryAdd(Routing.Cart(hash, sold.Shop, sold.OrderId), slots[i]);
                if (sold.CartId is not null)
                    owners.TryAdd(Routing.Cart(hash, sold.Shop, sold.CartId), slots[i]);
            }

            if (events[i].Payload is not MessagePayload message)
                continue;
            // A code that several people were sent tells nobody apart.
            foreach (var code in message.Links)
            {
                if (!links.TryAdd(code, slots[i]) && links[code] != slots[i])
                    links[code] = Ambiguous;
            }
        }
    }

    private void Follow(List<Event> events, List<int> slots)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (slots[i] >= 0 && Whole(events[i]) is { IsNone: false } whole && owners.TryGetValue(whole, out var slot))
                slots[i] = slot;
        }

        for (var round = 0; round < MostRounds; round++)
        {
            var moved = false;
            for (var i = 0; i < events.Count; i++)
            {
                if (slots[i] >= 0)
                    continue;
                Things(events[i]);
                slots[i] = Owner(events[i]);
                if (slots[i] < 0)
                    continue;
                moved = true;
                foreach (var thing in things)
                    owners.TryAdd(thing, slots[i]);
            }

            if (!moved)
                return;
        }
    }

    private int Owner(Event happened)
    {
        foreach (var thing in things)
        {
            if (owners.TryGetValue(thing, out var slot))
                return slot;
        }

        return happened.Payload is ClickPayload { LinkCode: { } code } ? links.GetValueOrDefault(code, Ambiguous) : Ambiguous;
    }

    /// <summary>The message, order, lead … that an event is a part of, so that it goes with it even where it names somebody itself.</summary>
    private Key Whole(Event happened) => happened.Kind switch
    {
        EventKind.MessageReceived or
            EventKind.MessageSent or
            EventKind.MessageDelivered or
            EventKind.MessageRead or
            EventKind.MessageFailed or
            EventKind.IntentDetected or
            EventKind.IntentLabelled => happened.Message,
        EventKind.FlowEntered or
            EventKind.FlowStepReached or
            EventKind.FlowBranchChosen or
            EventKind.FlowGoalReached or
            EventKind.FlowExited => happened.Run,
        _ => happened.Payload switch
        {
            RefundPayload refund => Order(refund.Shop, refund.OrderId),
            OrderPayload order when IsMoney(happened.Kind) => Order(order.Shop, order.OrderId),
            OrderPayload cart => Routing.Cart(hash, cart),
            SubscriptionPayload subscription => Routing.Subscription(hash, happened.Source, subscription.SubscriptionId),
            DealPayload deal => hash.Of("deal", happened.Source, deal.DealId),
            HandoffPayload handoff => handoff.Handoff,
            LeadPayload lead => lead.Lead,
            SurveyPayload survey => survey.Survey,
            AppointmentPayload appointment => appointment.Appointment,
            SessionPayload session => session.Session,
            _ => Key.None,
        },
    };

    private void StandAlone(List<Event> events, List<int> slots, List<Person> persons)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (slots[i] >= 0)
                continue;
            if (events[i].Kind is EventKind.ContactsMerged or EventKind.MergeUndone or EventKind.Unknown)
            {
                slots[i] = Nobody;
                continue;
            }

            Things(events[i]);
            var thing = things.Count > 0 ? things[0] : events[i].Id;
            if (!alone.TryGetValue(thing, out var slot))
            {
                slot = persons.Count;
                persons.Add(new Person(thing, 0));
                alone.Add(thing, slot);
            }

            slots[i] = slot;
        }
    }

    /// <summary>What an event is about, the closest first. A click id is no such thing: a link can be forwarded.</summary>
    private void Things(Event happened)
    {
        things.Clear();
        switch (happened.Payload)
        {
            case OrderPayload order when happened.Kind != EventKind.CheckoutStarted:
                things.Add(Order(order.Shop, order.OrderId));
                return;
            case RefundPayload refund:
                things.Add(Order(refund.Shop, refund.OrderId));
                return;
            case OrderPayload cart:
                things.Add(Routing.Cart(hash, cart));
                break;
            case ClickPayload click:
                Add(happened.Message);
                Add(Routing.Bid(hash, click.ClickId));
                break;
            default:
                Add(happened.Message);
                break;
        }

        Add(happened.Conversation);
        Add(happened.Run);
        Add(happened.Payload switch
        {
            HandoffPayload handoff => handoff.Handoff,
            LeadPayload lead => lead.Lead,
            SurveyPayload survey => survey.Survey,
            AppointmentPayload appointment => appointment.Appointment,
            SessionPayload session => session.Session,
            ConversionPayload conversion => conversion.Session,
            DealPayload deal => hash.Of("deal", happened.Source, deal.DealId),
            SubscriptionPayload subscription => Routing.Subscription(hash, happened.Source, subscription.SubscriptionId),
            _ => Key.None,
        });
    }

    private void Add(Key thing)
    {
        if (!thing.IsNone)
            things.Add(thing);
    }

    private Key Order(string shop, string orderId)
    {
        var name = string.Concat(shop, "\u001f", orderId);
        if (!orders.TryGetValue(name, out var key))
            orders.Add(name, key = Routing.Order(hash, shop, orderId));
        return key;
    }

    private static bool IsMoney(EventKind kind) =>
        kind is EventKind.OrderCompleted or EventKind.OrderUpdated or EventKind.OrderCancelled or EventKind.OrderRefunded;

    /// <summary>Whether an event's word about whose message or order it is counts before others.</summary>
    private static bool Defines(Event happened) => happened.Kind switch
    {
        // Whoever knows a message's id could claim it from a browser; what a server says of it comes first.
        EventKind.MessageReceived or EventKind.MessageSent => happened.Payload is not null && happened.Trust != Trust.Browser,
        EventKind.OrderCompleted or EventKind.OrderUpdated or EventKind.OrderCancelled or EventKind.OrderRefunded or EventKind.SessionStarted or EventKind.SubscriptionStarted => happened.Trust != Trust.Browser,
        EventKind.LeadCaptured or EventKind.AppointmentBooked or EventKind.FlowEntered or EventKind.HandoffRequested or EventKind.SurveySent => true,
        _ => false,
    };
}
