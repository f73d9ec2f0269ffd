using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>What is said in a chat, and what becomes of it.</summary>
internal static partial class Some
{
    public static Event Inbound(
        Identifier who, Instant at, string? m = null, string? conversation = null, bool confirms = false, HandledBy handledBy = HandledBy.Unknown,
        Channel channel = Channel.WhatsApp, string? adId = null, EntryPoint? entry = null, string? language = null) => Named(Plain(EventKind.MessageReceived, who, at) with
        {
            Channel = channel,
            AccountId = "acc",
            Actor = Actor.Contact,
            Message = m is null ? default : MessageKey(m),
            Conversation = conversation is null ? default : KeyOf("conversation", conversation),
            EntryPoint = entry,
            Language = language,
            Payload = new MessagePayload { IsConfirmation = confirms, HandledBy = handledBy, AdId = adId },
        });

    public static Event Sent(
        Identifier who, Instant at, Actor actor, MessageKind kind = MessageKind.Answer, bool expectsReply = false, bool fallback = false, string? m = null,
        string? conversation = null, Channel channel = Channel.WhatsApp, string? flow = null, string? campaign = null, string[]? links = null,
        string[]? buttons = null, bool isPublic = true, string? language = null) => Named(Plain(EventKind.MessageSent, who, at) with
        {
            Channel = channel,
            AccountId = "acc",
            Actor = actor,
            FlowId = flow,
            CampaignId = campaign,
            Language = language,
            Message = m is null ? default : MessageKey(m),
            Conversation = conversation is null ? default : KeyOf("conversation", conversation),
            Payload = new MessagePayload
            {
                Kind = kind,
                ExpectsReply = expectsReply,
                IsFallback = fallback,
                Public = isPublic,
                Links = links ?? [],
                Buttons = buttons ?? [],
            },
        });

    public static Event Bot(Identifier who, Instant at, bool expectsReply = false, bool fallback = false, string? conversation = null, MessageKind kind = MessageKind.Answer) =>
        Sent(who, at, Actor.Bot, kind, expectsReply, fallback, conversation: conversation);

    public static Event Human(Identifier who, Instant at, string? conversation = null, MessageKind kind = MessageKind.Answer, bool isPublic = true) =>
        Sent(who, at, Actor.Human, kind, conversation: conversation, isPublic: isPublic);

    public static Event Status(EventKind state, string m, Instant at, Identifier? who = null, Actor actor = Actor.Unknown, StatusPayload? payload = null) => Named(Plain(state, who, at) with
    {
        Channel = Channel.WhatsApp,
        AccountId = "acc",
        Actor = actor,
        Message = MessageKey(m),
        Payload = payload ?? new StatusPayload(),
    });

    public static Event Watermark(EventKind state, Identifier who, Instant upTo, Instant at, Channel channel = Channel.Messenger) => Named(Plain(state, who, at) with
    {
        Channel = channel,
        AccountId = "acc",
        Payload = new StatusPayload { Watermark = upTo },
    });

    public static Event Act(EventKind kind, Identifier who, Instant at, Payload? payload = null, Channel channel = Channel.WhatsApp, string? conversation = null, Actor actor = Actor.Unknown) => Named(Plain(kind, who, at) with
    {
        Channel = channel,
        Actor = actor,
        Conversation = conversation is null ? default : KeyOf("conversation", conversation),
        Payload = payload,
    });

    public static Event Flow(
        EventKind kind, Identifier who, Instant at, string run = "r1", string? step = null, int? index = null, string? version = "1", bool terminal = false,
        FlowExitReason reason = FlowExitReason.Done, string? branch = null, string flow = "welcome") => Named(Plain(kind, who, at) with
        {
            Channel = Channel.WhatsApp,
            Actor = Actor.Flow,
            FlowId = flow,
            FlowVersion = version,
            Run = KeyOf("run", run),
            StepId = step,
            Branch = branch,
            Payload = new FlowPayload { StepIndex = index, Terminal = terminal, ExitReason = reason, Goal = kind == EventKind.FlowGoalReached ? "done" : null },
        });

    public static Event Resolved(Identifier who, Instant at, Actor by, int? waitSeconds = null, bool? confirmed = null, string? conversation = null) =>
        Act(EventKind.ConversationResolved, who, at, new ResolutionPayload { By = by, InactivityWaitSeconds = waitSeconds, Confirmed = confirmed }, conversation: conversation, actor: by);

    public static Event Handoff(EventKind kind, Identifier who, Instant at, string id = "h1", string? conversation = null) =>
        Act(kind, who, at, new HandoffPayload { Handoff = KeyOf("handoff", id), RequiredFields = ["name", "order"], FilledFields = ["name"] }, conversation: conversation);

    public static Event Consent(EventKind kind, Identifier who, Instant at, string? proof = null, Channel channel = Channel.WhatsApp) =>
        Act(kind, who, at, new ConsentPayload { Purpose = "marketing", Proof = proof }, channel);

    public static Event Lead(EventKind kind, Identifier who, Instant at, LeadStatus status = LeadStatus.New, string id = "l1") =>
        Act(kind, who, at, new LeadPayload { Lead = KeyOf("lead", id), Status = status, Fields = ["email"] });

    public static Event Survey(Identifier who, Instant at, int score, string id = "s1", EventKind kind = EventKind.SurveyAnswered) =>
        Act(kind, who, at, new SurveyPayload { Survey = KeyOf("survey", id), Type = SurveyType.Csat, ScaleMin = 1, ScaleMax = 5, Score = kind == EventKind.SurveyAnswered ? score : null });
}
