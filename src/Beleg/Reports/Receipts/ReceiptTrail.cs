using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Reports.Receipts;

/// <summary>Picks from a cluster the events that one receipt rests on: those of the order, of its touches, and what joined the person.</summary>
internal sealed class ReceiptTrail
{
    private readonly OrderFact order;
    private readonly IReadOnlyList<ReceiptTouch> touches;
    private readonly Dictionary<Key, ConversationFact> conversations;
    private readonly Dictionary<Key, Key> conversationOf = [];
    private readonly IReadOnlyDictionary<Key, Key> owners;
    private readonly HashSet<Key> names;

    public ReceiptTrail(OrderFact order, IReadOnlyList<ReceiptTouch> touches, Dossier dossier)
    {
        (this.order, this.touches, owners) = (order, touches, dossier.Owners);
        var touched = touches.Select(t => t.Conversation).Where(c => !c.IsNone).ToHashSet();
        conversations = dossier.Facts.Conversations.Where(c => touched.Contains(c.Conversation)).ToDictionary(c => c.Conversation);
        foreach (var message in dossier.Facts.Messages.Where(m => touched.Contains(m.Conversation)))
            conversationOf[message.Message] = message.Conversation;
        foreach (var run in dossier.Facts.FlowRuns.Where(r => touched.Contains(r.Conversation)))
            conversationOf[run.Run] = run.Conversation;
        names = [.. dossier.Events.Where(e => PartOf(e.Event) is not null).SelectMany(e => e.Event.Identifiers).Select(i => i.Key)];
        var conflicts = dossier.Facts.Conflicts.Select(conflict => conflict.Event).ToHashSet();
        var versions = dossier.Events.Where(e => conflicts.Contains(e.Event.Id)).ToLookup(e => e.Event.Id);
        Events = [.. TellingOrder.Of(dossier.Events).SelectMany(at => Tell(at, versions))];
    }

    /// <summary>By time, then by what causes what.</summary>
    public IReadOnlyList<ReceiptEvent> Events { get; }

    /// <summary>The event where it is part of the receipt, and after it every other content that came with its id.</summary>
    private IEnumerable<ReceiptEvent> Tell(JournaledEvent at, ILookup<Key, JournaledEvent> versions)
    {
        if (Find(at) is not { } found)
            yield break;
        if (!versions.Contains(found.Event))
        {
            yield return found;
            yield break;
        }

        yield return found with { Conflict = "counts" };
        var counts = EventContent.Of(at.Event);
        foreach (var other in versions[found.Event].Where(e => !EventContent.Of(e.Event).AsSpan().SequenceEqual(counts)).OrderBy(e => e.Event.UpdatedAt).ThenBy(e => e.Seq))
            yield return Entry(other, found.Part, found.Touch) with { Conflict = "replaced" };
    }

    private ReceiptEvent? Find(JournaledEvent at)
    {
        if (PartOf(at.Event) is { } part)
            return Entry(at, part, Key.None);
        if (TouchOf(at.Event) is { } touch)
            return Entry(at, "touch", touch.Touch);
        return TellsWhoItIs(at.Event) ? Entry(at, "identity", Key.None) : null;
    }

    private static ReceiptEvent Entry(JournaledEvent at, string part, Key touch) =>
        new(at.Seq, at.Item, at.Event.Id, at.Event.Kind, at.Event.OccurredAt, at.Event.Source, at.Event.Trust, part, touch);

    private string? PartOf(Event happened) => happened.Payload switch
    {
        OrderPayload o when o.Shop == order.Shop && o.OrderId == order.OrderId && happened.Kind != EventKind.CheckoutStarted => "order",
        RefundPayload r when r.Shop == order.Shop && r.OrderId == order.OrderId => "refund",
        _ => null,
    };

    private ReceiptTouch? TouchOf(Event happened)
    {
        if (happened.OccurredAt > order.PlacedAt)
            return null;
        foreach (var touch in touches)
        {
            if (IsTheTouch(touch, happened))
                return touch;
        }

        var conversation = Conversation(happened);
        return conversation.IsNone ? null : touches.FirstOrDefault(t => t.Conversation == conversation);
    }

    private static bool IsTheTouch(ReceiptTouch touch, Event happened) => happened.OccurredAt == touch.At && happened.Kind == touch.Kind switch
    {
        TouchKind.Click => EventKind.LinkClicked,
        TouchKind.Visit => EventKind.SessionStarted,
        TouchKind.CampaignRead => EventKind.MessageRead,
        TouchKind.AdReferral => EventKind.MessageReceived,
        _ => EventKind.MessageSent,
    };

    private Key Conversation(Event happened)
    {
        if (!happened.Message.IsNone && conversationOf.TryGetValue(happened.Message, out var byMessage))
            return byMessage;
        if (!happened.Run.IsNone && conversationOf.TryGetValue(happened.Run, out var byRun))
            return byRun;
        foreach (var conversation in conversations.Values)
        {
            if (happened.OccurredAt >= conversation.StartedAt && happened.OccurredAt <= conversation.EndedAt && IsOf(conversation, happened))
                return conversation.Conversation;
        }

        return Key.None;
    }

    /// <summary>Where the source names no conversation, what its contact's channel carried meanwhile.</summary>
    private bool IsOf(ConversationFact conversation, Event happened) => happened.Conversation.IsNone
        ? happened.Channel == conversation.Channel && happened.Channel != Channel.Other && owners.GetValueOrDefault(happened.Id) == conversation.Contact
        : happened.Conversation == conversation.SourceConversation;

    /// <summary>An act on who is one person, or an event that names the customer by two names at once.</summary>
    private bool TellsWhoItIs(Event happened) =>
        happened.Kind is EventKind.ContactsMerged or EventKind.MergeUndone
        || (happened.Kind == EventKind.ContactSeen && happened.Identifiers.Count > 1 && happened.Identifiers.Any(i => names.Contains(i.Key)));
}
