using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One contact while it is folded: its events in order, and what the steps of the fold leave for the next. Reused.</summary>
internal sealed class ContactHistory
{
    private int messagesUsed;
    private readonly List<Message> pool = [];

    public Person Person { get; private set; }

    public Key Contact => Person.Key;

    /// <summary>Each once, in order.</summary>
    public List<Event> Events { get; } = [];

    /// <summary>By time; private notes are none.</summary>
    public List<Message> Messages { get; } = [];

    public Dictionary<Key, Message> MessageByKey { get; } = [];

    public List<Episode> Episodes { get; } = [];

    /// <summary>Events of the kinds that are read after the episodes stand, with the episode they happened in.</summary>
    public List<(Event Event, Episode? Episode)> Clicks { get; } = [];

    public List<(Event Event, Episode? Episode)> FlowMoves { get; } = [];

    public List<(Event Event, Episode? Episode)> HandoffActs { get; } = [];

    public List<(Event Event, Episode? Episode)> LeadActs { get; } = [];

    public List<(Event Event, Episode? Episode)> SurveyActs { get; } = [];

    public List<Event> ConsentActs { get; } = [];

    public List<Event> Visits { get; } = [];

    public List<Event> Conversions { get; } = [];

    public List<Event> OrderActs { get; } = [];

    public List<Event> Appointments { get; } = [];

    public List<Event> Deals { get; } = [];

    public List<Event> Exposures { get; } = [];

    public List<Event> Checkouts { get; } = [];

    public List<Event> SubscriptionActs { get; } = [];

    /// <summary>What people of the business did, in order: wrote, took, resolved.</summary>
    public List<(Instant At, Episode Episode)> HumanActs { get; } = [];

    /// <summary>Counted clicks with what they touch.</summary>
    public List<CountedClick> CountedClicks { get; } = [];

    /// <summary>Touches but for the order they are seen from, by the first instant they count.</summary>
    public List<Touch> Touches { get; } = [];

    /// <summary>For each of these the latest time among it and those before: where a look-back can stop.</summary>
    public List<Instant> TouchReach { get; } = [];

    /// <summary>Outbound messages by the codes of the links in them, in order; filled when a click asks.</summary>
    public Dictionary<string, List<Message>> MessagesByLink { get; } = [];

    public List<MoneyOrder> Orders { get; } = [];

    public ConsentBook Consents { get; } = new();

    /// <summary>Where its lead stands; null without one.</summary>
    public LeadStatus? LeadStatus { get; set; }

    public void Reset(Person person)
    {
        Person = person;
        Events.Clear();
        Messages.Clear();
        messagesUsed = 0;
        MessageByKey.Clear();
        Episodes.Clear();
        Clicks.Clear();
        FlowMoves.Clear();
        HandoffActs.Clear();
        LeadActs.Clear();
        SurveyActs.Clear();
        ConsentActs.Clear();
        Visits.Clear();
        Conversions.Clear();
        OrderActs.Clear();
        Appointments.Clear();
        Deals.Clear();
        Exposures.Clear();
        Checkouts.Clear();
        SubscriptionActs.Clear();
        HumanActs.Clear();
        CountedClicks.Clear();
        Touches.Clear();
        TouchReach.Clear();
        MessagesByLink.Clear();
        Orders.Clear();
        Consents.Clear();
        LeadStatus = null;
    }

    public Message NewMessage(Key key, Event source)
    {
        if (messagesUsed == pool.Count)
            pool.Add(new Message());
        var message = pool[messagesUsed++];
        message.Reset(key, source, source.Channel);
        return message;
    }

    /// <summary>Position of the first message at or after an instant.</summary>
    public int FirstMessageFrom(Instant at)
    {
        var (low, high) = (0, Messages.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Messages[middle].At >= at)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>The episode of a channel (any, where the channel is not said) that was going on or the last one before; null where none was.</summary>
    public Episode? EpisodeAt(Instant at, Channel channel)
    {
        Episode? latest = null;
        foreach (var episode in Episodes)
        {
            if (episode.StartedAt <= at && (channel == Channel.Other || episode.Channel == channel) && (latest is null || episode.StartedAt >= latest.StartedAt))
                latest = episode;
        }

        return latest;
    }
}
