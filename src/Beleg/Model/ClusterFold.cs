using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// The fold: the events of one cluster become facts. Pure, and the same for every order and number of arrivals: it reads the events
/// in one order, each once, and knows neither now nor the journal. Buffers are kept, so use one instance per thread.
/// </summary>
internal sealed class ClusterFold
{
    /// <summary>
    /// TRICKY: clearing a dictionary costs its capacity, so after one huge cluster every small one would pay for it, and its memory
    /// would be held for good. Beyond this many events the buffers are made anew.
    /// </summary>
    private const int LargeCluster = 4096;

    private readonly FoldSettings settings;
    private readonly IOrderCrediting crediting;
    private readonly FoldContext context;
    private readonly SoleContact soleContact = new();
    private FoldContext? again;
    private bool isLarge;
    private EventOrder order = null!;
    private Identity identity = null!;
    private Binding binding = null!;
    private ContactFold contactFold = null!;
    private List<Event> events = null!;
    private List<int> slots = null!;
    private List<ContactHistory> histories = null!;
    private List<ContactHistory> present = null!;
    private Dictionary<string, (ContactHistory History, CountedClick Click)> clicks = null!;
    private List<OrderTouch> touches = null!;

    /// <param name="settings">What the workspace decided.</param>
    /// <param name="crediting">Shares orders over touches.</param>
    public ClusterFold(FoldSettings settings, IOrderCrediting crediting)
    {
        this.settings = settings;
        this.crediting = crediting;
        context = new FoldContext(settings);
        Renew();
    }

    /// <summary>Adds the facts of one cluster.</summary>
    /// <param name="happened">All its events, in any order, any of them any number of times.</param>
    /// <param name="quarantined">Identifiers that join nobody.</param>
    /// <param name="into">Receives the facts, contacts in the order of their keys.</param>
    public void Fold(IReadOnlyList<Event> happened, IReadOnlySet<Key> quarantined, FactBatch into)
    {
        if (isLarge)
            Renew();
        context.Into = into;
        order.Sort(happened, events);
        Share(quarantined);
        foreach (var history in present)
            contactFold.Fold(history);
        clicks.Clear();
        foreach (var history in present)
            CreditOrders(history, crediting, context);
        if (present.Exists(history => history.Checkouts.Count > 0))
        {
            var orders = Carts.Ordered(present, settings.Hash);
            foreach (var history in present)
                Carts.Fold(history, orders, context);
        }

        foreach (var history in present)
            contactFold.Finish(history);
        if (order.Conflicts.Count > 0)
            WriteConflicts();
        // What was folded is still asked for, so the buffers are made anew only when the next cluster comes.
        isLarge = events.Count > LargeCluster;
    }

    /// <summary>
    /// Credits the orders of the last fold again under other windows or half-lives, and finds its touches anew: orders, credits and touches
    /// are those that a fold under these settings gives. All that credits do not follow from must be as in that fold.
    /// </summary>
    public void CreditAgain(FoldSettings other, IOrderCrediting otherwise, FactBatch into)
    {
        // A context holds a calendar of days, which is too dear to be made for each of a million clusters.
        if (!ReferenceEquals(again?.Settings, other))
            again = new FoldContext(other);
        again.Into = into;
        foreach (var history in present)
        {
            foreach (var touch in history.Touches)
                touch.Used = false;
        }

        foreach (var history in present)
            CreditOrders(history, otherwise, again);
        foreach (var history in present)
            Touches.Write(history, again);
    }

    private void WriteConflicts()
    {
        var conflicts = order.Conflicts.ToDictionary(conflict => conflict.Kept.Id);
        foreach (var history in present)
            foreach (var happened in history.Events)
            {
                if (conflicts.TryGetValue(happened.Id, out var conflict))
                    context.Into.Conflicts.Add(Fact(history.Contact, conflict));
            }
    }

    private ConflictFact Fact(Key contact, EventConflict conflict)
    {
        var (shop, orderId) = conflict.Kept.Payload switch
        {
            OrderPayload ordered => (ordered.Shop, ordered.OrderId),
            RefundPayload refunded => (refunded.Shop, refunded.OrderId),
            _ => (null, null),
        };
        return new ConflictFact
        {
            Event = conflict.Kept.Id,
            Contact = contact,
            Kind = conflict.Kept.Kind,
            Source = conflict.Kept.Source,
            At = conflict.Kept.OccurredAt,
            Day = context.Day(conflict.Kept.OccurredAt),
            Versions = conflict.Versions,
            ByUpdateTime = conflict.ByUpdateTime,
            Shop = shop,
            OrderId = orderId,
        };
    }

    private void Renew()
    {
        isLarge = false;
        order = new EventOrder();
        identity = new Identity(settings.MaxContactsPerIdentifier);
        binding = new Binding(settings.Hash);
        contactFold = new ContactFold(context);
        events = [];
        slots = [];
        histories = [];
        present = [];
        clicks = [];
        touches = [];
    }

    /// <summary>Which contact each event of the last fold belongs to, by the event's id; those that belong to nobody are not in it.</summary>
    public IReadOnlyDictionary<Key, Key> Owners() =>
        present.SelectMany(history => history.Events, (history, happened) => (happened.Id, history.Contact)).ToDictionary(pair => pair.Id, pair => pair.Contact);

    /// <summary>Gives each contact its events.</summary>
    private void Share(IReadOnlySet<Key> quarantined)
    {
        present.Clear();
        if (soleContact.TryFind(events, quarantined, settings.MaxContactsPerIdentifier, out var person))
        {
            var sole = History(0, person);
            sole.Events.AddRange(events);
            present.Add(sole);
            return;
        }

        identity.Resolve(events, quarantined);
        binding.Bind(events, identity, slots);
        for (var slot = 0; slot < identity.Persons.Count; slot++)
            History(slot, identity.Persons[slot]);
        for (var i = 0; i < events.Count; i++)
        {
            if (slots[i] != Binding.Nobody)
                histories[slots[i]].Events.Add(events[i]);
        }

        for (var slot = 0; slot < identity.Persons.Count; slot++)
        {
            if (histories[slot].Events.Count > 0)
                present.Add(histories[slot]);
        }

        present.Sort((a, b) => a.Contact.CompareTo(b.Contact));
    }

    private ContactHistory History(int slot, Person person)
    {
        if (slot == histories.Count)
            histories.Add(new ContactHistory());
        histories[slot].Reset(person);
        return histories[slot];
    }

    private void CreditOrders(ContactHistory history, IOrderCrediting crediting, FoldContext context)
    {
        foreach (var order in history.Orders)
        {
            touches.Clear();
            var bid = order.Bid;
            Touches.Select(history, order, bid, through: false, context.Settings, touches);
            var joined = bid is null ? null : ClickedBy(bid, order.Payload.PlacedAt, context.Settings.Windows);
            if (joined is not null && joined != history)
                Touches.Select(joined, order, bid, through: true, context.Settings, touches);
            crediting.Credit(
                new OrderToCredit
                {
                    Order = order,
                    Contact = history.Contact,
                    JoinedContact = joined is null || joined == history ? Key.None : joined.Contact,
                    ChatUtm = HasTag(order),
                    Touches = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(touches),
                },
                context);
        }
    }

    /// <summary>The contact whose counted click carried a click id, where that click may have caused the order.</summary>
    private ContactHistory? ClickedBy(string bid, Instant placed, TouchWindows windows)
    {
        if (clicks.Count == 0)
        {
            foreach (var history in present)
            {
                foreach (var click in history.CountedClicks)
                    foreach (var carried in click.Bids)
                        clicks.TryAdd(carried, (history, click));
            }
        }

        return clicks.TryGetValue(bid, out var found) && windows.Covers(TouchKind.Click, found.Click.Channel, found.Click.At, placed) ? found.History : null;
    }

    private bool HasTag(MoneyOrder order)
    {
        if (string.Equals(order.UtmMedium, "chat", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var coupon in order.Payload.Coupons)
        {
            if (settings.ChatCoupons.Contains(coupon))
                return true;
        }

        return false;
    }
}
