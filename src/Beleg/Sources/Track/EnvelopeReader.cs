using Beleg.Primitives;
using Beleg.Sources.Json;
using NodaTime;

namespace Beleg.Sources.Track;

/// <summary>Reads what every event has besides its own properties.</summary>
internal static class EnvelopeReader
{
    /// <summary>The properties that every event may have.</summary>
    public static IReadOnlyList<Property> All { get; } =
    [
        Properties.OccurredAt, Properties.UpdatedAt, Properties.Channel, Properties.AccountId, Properties.ConversationId, Properties.MessageId, Properties.Actor,
        Properties.FlowId, Properties.FlowVersion, Properties.RunId, Properties.StepId, Properties.Branch, Properties.CampaignId, Properties.EntryPoint, Properties.EntryRef,
        Properties.Language, Properties.UtmSource, Properties.UtmMedium, Properties.UtmCampaign, Properties.UtmContent, Properties.UtmTerm,
        Properties.Identifiers, Properties.Email, Properties.Phone, Properties.Agent,
    ];

    public static Envelope Read(PropertyReader r, Key id, Instant occurredAt, Actor by, JsonValue campaign) => new()
    {
        Id = id,
        OccurredAt = occurredAt,
        Channel = ChannelOf(r),
        AccountId = r.Text(Properties.AccountId),
        Actor = ActorOf(r) ?? by,
        EntryPoint = r.Label<EntryPoint>(Properties.EntryPoint),
        EntryRef = r.Text(Properties.EntryRef),
        Utm = UtmOf(r, campaign),
    };

    public static Event Complete(PropertyReader r, EventKind kind, Payload? payload, string? name, JsonValue traits)
    {
        var envelope = r.Envelope;
        var outbound = kind is EventKind.MessageSent or EventKind.MessageDelivered or EventKind.MessageRead or EventKind.MessageFailed && envelope.Actor == Actor.Unknown;
        var happened = new Event
        {
            Kind = kind,
            Id = envelope.Id,
            OccurredAt = envelope.OccurredAt,
            UpdatedAt = r.Time(Properties.UpdatedAt),
            Source = r.Call.Source.Name,
            Trust = r.Call.Trust,
            Identifiers = envelope.Identifiers.Count == 0 ? [] : envelope.Identifiers,
            Channel = envelope.Channel,
            AccountId = envelope.AccountId,
            Conversation = r.Key(Properties.ConversationId, "conversation"),
            Message = r.MessageKey(Properties.MessageId),
            Actor = outbound ? r.Call.Source.DefaultActor : envelope.Actor,
            FlowId = r.Text(Properties.FlowId),
            FlowVersion = r.Text(Properties.FlowVersion),
            Run = r.Key(Properties.RunId, "run"),
            StepId = r.Text(Properties.StepId),
            Branch = r.Text(Properties.Branch),
            CampaignId = r.Text(Properties.CampaignId),
            EntryPoint = envelope.EntryPoint,
            EntryRef = envelope.EntryRef,
            Language = r.Text(Properties.Language),
            Utm = envelope.Utm,
            Payload = payload,
            Name = name,
        };

        // Last, since it keeps what nothing above has asked for.
        return r.Call.WithPersonal ? happened with { Personal = PersonalReader.Read(r, traits) } : happened;
    }

    private static Channel ChannelOf(PropertyReader r) =>
        r.Text(Properties.Channel) is { } text && Labels<Channel>.TryRead(text, out var known) ? known : Channel.Other;

    // A person's or system's own word for the actor is no reason to lose the event; it is then nobody known.
    private static Actor? ActorOf(PropertyReader r)
    {
        var text = r.Text(Properties.Actor);
        return text is null ? null : Labels<Actor>.TryRead(text, out var known) ? known : Actor.Unknown;
    }

    private static Utm? UtmOf(PropertyReader r, JsonValue campaign)
    {
        var utm = new Utm(
            r.Text(Properties.UtmSource) ?? Tag(campaign["source"u8]),
            r.Text(Properties.UtmMedium) ?? Tag(campaign["medium"u8]),
            r.Text(Properties.UtmCampaign) ?? Tag(campaign["name"u8]),
            r.Text(Properties.UtmContent) ?? Tag(campaign["content"u8]),
            r.Text(Properties.UtmTerm) ?? Tag(campaign["term"u8]));
        return utm is { Source: null, Medium: null, Campaign: null, Content: null, Term: null } ? null : utm;
    }

    private static string? Tag(JsonValue value) => value.Text() is { Length: <= 200 } text ? text : null;
}
