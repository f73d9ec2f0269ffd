using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>A message while a contact is folded: what defines it, and its delivery life so far. Reused from fold to fold.</summary>
internal sealed class Message
{
    private static readonly MessagePayload Unsaid = new();

    public Key Key { get; set; }

    /// <summary>The event that says what it is; the first status where only statuses know it.</summary>
    public Event Source { get; set; } = null!;

    public bool KnownFromStatusesAlone { get; set; }

    public MessagePayload Payload { get; set; } = Unsaid;

    public Direction Direction { get; set; }

    public Actor Actor { get; set; }

    public Instant At => Source.OccurredAt;

    public Channel Channel { get; set; }

    public Instant? DeliveredAt { get; set; }

    /// <summary>Only a read or an answer tells.</summary>
    public bool DeliveredImplied { get; set; }

    public Instant? ReadAt { get; set; }

    public Instant? FailedAt { get; set; }

    public string? ErrorCode { get; set; }

    public StatusPayload? Pricing { get; set; }

    public Instant? ButtonClickedAt { get; set; }

    public Instant? LinkClickedAt { get; set; }

    public Instant? RepliedAt { get; set; }

    public HandledBy HandledBy { get; set; }

    public string? Intent { get; set; }

    public string? IntentLabel { get; set; }

    /// <summary>What another source adds to it: flow, campaign, template.</summary>
    public Event? Twin { get; set; }

    public Episode Episode { get; set; } = null!;

    public bool IsFirstOutbound { get; set; }

    public MessageKind Kind => IsCampaign ? MessageKind.Campaign : Payload.Kind;

    /// <summary>What the provider bills as marketing is a campaign, whatever tool sent it and whether or not it said so.</summary>
    public bool IsCampaign => Payload.Kind == MessageKind.Campaign
        || (Payload.Kind == MessageKind.Answer && Direction == Direction.Outbound && Category is MessageCategory.Marketing or MessageCategory.MarketingLite);

    public MessageCategory Category => Pricing is { Category: not MessageCategory.None } priced ? priced.Category : Payload.Category;

    public bool IsInbound => Direction == Direction.Inbound;

    /// <summary>Written by automation: a bot, a step of a flow, a timer. Unknown never counts as that.</summary>
    public bool IsAutomated => Direction == Direction.Outbound && Actor is Actor.Bot or Actor.Flow or Actor.Timer;

    public bool IsHuman => Direction == Direction.Outbound && Actor == Actor.Human;

    /// <summary>A mere automatic receipt ("we are closed"): it is no automation.</summary>
    public bool IsReceipt => Kind is MessageKind.Acknowledgement or MessageKind.OutOfOffice;

    /// <summary>Sent by the business of its own accord (a campaign, a shipping notice), so that it alone makes no conversation.</summary>
    public bool IsPushed => Kind is MessageKind.Campaign or MessageKind.Reminder or MessageKind.Survey
        || Category is MessageCategory.Utility or MessageCategory.Authentication or MessageCategory.AuthenticationInternational;

    /// <summary>Stops a clock: greetings, receipts, campaigns, reminders and survey prompts do not.</summary>
    public bool IsRealAnswer => Direction == Direction.Outbound && Kind == MessageKind.Answer;

    public string? FlowId => Source.FlowId ?? Twin?.FlowId;

    public string? CampaignId => Source.CampaignId ?? Twin?.CampaignId;

    /// <summary>Makes the object stand for a message anew.</summary>
    public void Reset(Key key, Event source, Channel channel)
    {
        Key = key;
        Source = source;
        Channel = channel;
        Define(source);
        DeliveredAt = ReadAt = FailedAt = ButtonClickedAt = LinkClickedAt = RepliedAt = null;
        ErrorCode = Intent = IntentLabel = null;
        Pricing = null;
        Twin = null;
        Episode = null!;
        IsFirstOutbound = DeliveredImplied = false;
    }

    /// <summary>Takes what an event says it is.</summary>
    public void Define(Event source)
    {
        Source = source;
        KnownFromStatusesAlone = source.Kind is not (EventKind.MessageReceived or EventKind.MessageSent);
        Payload = source.Payload as MessagePayload ?? Unsaid;
        Direction = source.Kind == EventKind.MessageReceived ? Direction.Inbound : Direction.Outbound;
        Actor = Direction == Direction.Inbound ? Actor.Contact : source.Actor;
        HandledBy = Payload.HandledBy;
        if (source.Channel != Channel.Other)
            Channel = source.Channel;
    }
}
