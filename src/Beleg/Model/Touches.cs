using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>What a contact met before an order: automated conversations, clicks, campaigns read, ads, and web visits.</summary>
internal static class Touches
{
    /// <summary>A visit with the chat's tag this soon after a click is that click arriving.</summary>
    private static readonly Duration Arrival = Duration.FromMinutes(30);

    public static void Find(ContactHistory history, FoldContext context)
    {
        foreach (var episode in history.Episodes)
        {
            if (episode.IsAutomated && (episode.LastAutomatedAt ?? episode.FirstFlowAt) is { } at)
                AddConversation(history, episode, at, context);
        }

        foreach (var click in history.CountedClicks)
            AddClick(history, click, context);
        foreach (var message in history.Messages)
            AddMessage(history, message, context);
        var seen = history.Visits.Count > 0 ? new HashSet<Key>() : null;
        foreach (var visit in history.Visits)
        {
            if (seen!.Add(Visits.KeyOf(visit)))
                AddVisit(history, visit, context);
        }

        Order(history);
    }

    private static void Order(ContactHistory history)
    {
        history.Touches.Sort((a, b) => a.FirstAt != b.FirstAt ? a.FirstAt.CompareTo(b.FirstAt) : a.Fact.Touch.CompareTo(b.Fact.Touch));
        var reach = Instant.MinValue;
        foreach (var touch in history.Touches)
            history.TouchReach.Add(reach = Instant.Max(reach, touch.Fact.At));
    }

    /// <summary>Writes the touches as facts. A conversation that a click replaced is one only where an order came before the click.</summary>
    public static void Write(ContactHistory history, FoldContext context)
    {
        foreach (var touch in history.Touches)
        {
            if (touch.Used || touch.Fact.Kind != TouchKind.Conversation || !touch.Episode!.HasCountedClick)
                context.Into.Touchs.Add(touch.Fact);
        }
    }

    /// <summary>The touches that an order sees, each at its time for that order.</summary>
    public static void Select(ContactHistory history, MoneyOrder order, string? bid, bool through, FoldSettings settings, List<OrderTouch> into)
    {
        var placed = order.Payload.PlacedAt;
        for (var i = FirstAfter(history, placed) - 1; i >= 0 && placed - history.TouchReach[i] <= settings.Windows.Longest; i--)
        {
            var touch = history.Touches[i];
            var at = touch.Fact.At;
            if (touch.Fact.Kind == TouchKind.Conversation)
            {
                if (IsReplaced(touch.Episode!, placed, settings))
                    continue;
                at = LastAutomated(history, touch, placed);
            }

            if (!settings.Windows.Covers(touch.Fact.Kind, touch.Fact.Channel, at, placed))
                continue;
            into.Add(new OrderTouch(touch, at, bid is not null && touch.Bids.Contains(bid), through));
        }
    }

    /// <summary>The last moment at which a chat touched a contact, after one instant and up to another; null where it did not.</summary>
    public static Instant? LastChat(ContactHistory history, Instant after, Instant until)
    {
        Instant? last = null;
        for (var i = FirstAfter(history, until) - 1; i >= 0 && history.TouchReach[i] > after; i--)
        {
            var touch = history.Touches[i];
            if (!touch.Fact.IsChat)
                continue;
            var at = touch.Fact.Kind == TouchKind.Conversation ? LastAutomated(history, touch, until) : touch.Fact.At;
            if (at > after && at <= until && (last is null || at > last))
                last = at;
        }

        return last;
    }

    private static int FirstAfter(ContactHistory history, Instant placed)
    {
        var (low, high) = (0, history.Touches.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (history.Touches[middle].FirstAt > placed)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private static bool IsReplaced(Episode episode, Instant placed, FoldSettings settings)
    {
        // A click that is itself outside its window replaces nothing: the conversation is then the touch, if it is within its own.
        foreach (var (at, channel) in episode.CountedClicks)
        {
            if (settings.Windows.Covers(TouchKind.Click, channel, at, placed))
                return true;
        }

        return false;
    }

    private static Instant LastAutomated(ContactHistory history, Touch touch, Instant placed)
    {
        if (touch.Fact.At <= placed)
            return touch.Fact.At;
        for (var i = history.FirstMessageFrom(placed.PlusTicks(1)) - 1; i >= 0; i--)
        {
            var message = history.Messages[i];
            if (message.Episode == touch.Episode && message is { IsAutomated: true, IsReceipt: false })
                return message.At;
        }

        return touch.FirstAt;
    }

    private static void AddConversation(ContactHistory history, Episode episode, Instant at, FoldContext context)
    {
        var first = episode.FirstAutomatedAt ?? at;
        if (episode.FirstFlowAt < first)
            first = episode.FirstFlowAt.Value;
        history.Touches.Add(new Touch(
            Fact(history, episode.Key.With(51), at, TouchKind.Conversation, episode.Channel, episode, context) with
            {
                FlowId = episode.FlowId ?? episode.SpokenFlowId,
                CampaignId = episode.CampaignId,
            },
            first, episode, !episode.AutomatedFromServer));
    }

    private static void AddClick(ContactHistory history, CountedClick click, FoldContext context)
    {
        var fact = Fact(history, click.Key.With(52), click.At, TouchKind.Click, click.Channel, click.Episode, context) with
        {
            FlowId = click.Source.FlowId ?? click.Episode?.FlowId ?? click.Episode?.SpokenFlowId,
            CampaignId = click.Source.CampaignId ?? click.Episode?.CampaignId,
            Bid = Routing.Bid(context.Settings.Hash, click.Payload?.ClickId),
        };
        history.Touches.Add(new Touch(fact, click.At, click.Episode, click.Source.Trust == Trust.Browser) { Bids = click.Bids });
    }

    private static void AddMessage(ContactHistory history, Message message, FoldContext context)
    {
        if (message.IsInbound)
        {
            if (message.Payload is { AdId: not null } or { CtwaClickId: not null })
                AddSpoken(history, message, message.At, TouchKind.AdReferral, 53, context);
            return;
        }

        if (message.Kind == MessageKind.Campaign && MessageLife.ReadBy(message, context.Settings) is { } read)
            AddSpoken(history, message, read, TouchKind.CampaignRead, 54, context);
    }

    private static void AddSpoken(ContactHistory history, Message message, Instant at, TouchKind kind, long salt, FoldContext context)
    {
        var fact = Fact(history, message.Key.With(salt), at, kind, message.Channel, message.Episode, context) with
        {
            FlowId = message.FlowId,
            CampaignId = message.CampaignId ?? message.Episode.CampaignId,
        };
        history.Touches.Add(new Touch(fact, at, message.Episode, message.Source.Trust == Trust.Browser));
    }

    private static void AddVisit(ContactHistory history, Event visit, FoldContext context)
    {
        var payload = visit.Payload as SessionPayload;
        var traffic = payload?.TrafficChannel ?? TrafficChannel.Direct;
        if (IsArrival(history, visit, payload, traffic))
            return;
        var key = Visits.KeyOf(visit).With(55);
        var fact = Fact(history, key, visit.OccurredAt, TouchKind.Visit, Channel.Other, null, context) with
        {
            IsChat = false,
            IsDirect = traffic == TrafficChannel.Direct,
            TrafficChannel = traffic,
            CampaignId = visit.CampaignId ?? visit.Utm?.Campaign,
        };
        history.Touches.Add(new Touch(fact, visit.OccurredAt, null, visit.Trust == Trust.Browser));
    }

    /// <summary>Whether a visit is a click of the chat arriving at the shop: one thing, not two.</summary>
    private static bool IsArrival(ContactHistory history, Event visit, SessionPayload? payload, TrafficChannel traffic)
    {
        foreach (var click in history.CountedClicks)
        {
            if (payload?.Bid is { } bid && click.Bids.Contains(bid))
                return true;
            if (traffic == TrafficChannel.Chat && click.At <= visit.OccurredAt && visit.OccurredAt - click.At <= Arrival)
                return true;
        }

        return false;
    }

    private static TouchFact Fact(ContactHistory history, Key key, Instant at, TouchKind kind, Channel channel, Episode? episode, FoldContext context) => new()
    {
        Touch = key,
        Contact = history.Contact,
        At = at,
        Day = context.Day(at),
        Kind = kind,
        IsChat = true,
        IsDirect = false,
        Channel = channel,
        TrafficChannel = TrafficChannel.Chat,
        Conversation = episode?.Key ?? Key.None,
        EntryPoint = episode?.EntryPoint ?? EntryPoint.Organic,
        Bid = Key.None,
    };
}
