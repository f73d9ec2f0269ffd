using Beleg.Sources.Web;
using static Beleg.Sources.Track.Properties;

namespace Beleg.Sources.Track;

/// <summary>Clicks, flows, hand-offs and the ends of conversations.</summary>
internal static class FlowEvents
{
    private static readonly Property[] Flow = [StepIndex, Terminal, VisitId, Goal, Upsell];
    private static readonly Property[] Handoff = [HandoffId, Reason, RequiredFields, FilledFields, Repeated, Agent];
    private static readonly Property[] Resolution = [By, Reason, Confirmed, InactivityWaitSeconds];

    public static IEnumerable<EventDefinition> All { get; } =
    [
        new(EventKind.ButtonClicked, "Button Clicked", "A button in the chat was pressed.", Trust.Browser, Sources.Actor.Contact, [], [ButtonId, Label], Button),
        new(EventKind.LinkClicked, "Link Clicked", "A tagged link was opened, by a person or a fetcher.", Trust.Browser, Sources.Actor.Contact, [],
            [LinkId, Code, Bid, UserAgent, Accepted, Reason, Properties.ContactClaim], Link),
        new(EventKind.FlowEntered, "Flow Entered", "A contact entered a flow.", Trust.Browser, Sources.Actor.Flow, [], Flow, Move),
        new(EventKind.FlowStepReached, "Flow Step Reached", "A run reached a step.", Trust.Browser, Sources.Actor.Flow, [], Flow, Move),
        new(EventKind.FlowBranchChosen, "Flow Branch Chosen", "A run took a branch.", Trust.Browser, Sources.Actor.Flow, [], Flow, Move),
        new(EventKind.FlowGoalReached, "Flow Goal Reached", "A run reached its goal.", Trust.Browser, Sources.Actor.Flow, [], Flow, Move),
        new(EventKind.FlowExited, "Flow Exited", "A run ended; the reason is one of " + string.Join(", ", Labels<FlowExitReason>.All) + ".", Trust.Browser, Sources.Actor.Flow, [], [.. Flow, Reason], Exit),
        new(EventKind.HandoffRequested, "Handoff Requested", "A person was asked for.", Trust.Browser, Sources.Actor.Unknown, [], Handoff, HandOver),
        new(EventKind.HandoffAccepted, "Handoff Accepted", "A person took over.", Trust.Browser, Sources.Actor.Human, [], Handoff, HandOver),
        new(EventKind.HandoffExpired, "Handoff Expired", "Nobody took over.", Trust.Browser, Sources.Actor.Timer, [], Handoff, HandOver),
        new(EventKind.ConversationResolved, "Conversation Resolved", "The conversation was ended.", Trust.Browser, Sources.Actor.Unknown, [], Resolution, Resolve),
        new(EventKind.ConversationReopened, "Conversation Reopened", "It was opened again.", Trust.Browser, Sources.Actor.Unknown, [], Resolution, Resolve),
    ];

    private static ClickPayload Button(PropertyReader r) => new() { ButtonId = r.Text(ButtonId) };

    private static ClickPayload Link(PropertyReader r)
    {
        var asked = r.Text(UserAgent);
        var agent = asked is null ? UserAgentClass.Browser
            : Labels<UserAgentClass>.TryRead(asked, out var known) ? known
            : UserAgents.Classify("GET", asked);
        var person = agent is UserAgentClass.Browser or UserAgentClass.Unknown;
        return new ClickPayload
        {
            LinkCode = r.Text(Code) ?? r.Text(LinkId),
            ClickId = r.Text(Bid),
            Agent = agent,
            Accepted = r.Bool(Accepted) ?? person,
            ContactClaim = r.Label<ContactClaim>(Properties.ContactClaim),
            RejectedBecause = r.Text(Reason) ?? (person ? null : Labels<UserAgentClass>.Of(agent)),
        };
    }

    private static FlowPayload Move(PropertyReader r) => new()
    {
        StepIndex = r.Int(StepIndex),
        Terminal = r.Bool(Terminal) ?? false,
        Visit = r.Key(VisitId, "visit"),
        Goal = r.Text(Goal),
        Upsell = r.Bool(Upsell) ?? false,
    };

    private static FlowPayload Exit(PropertyReader r) => Move(r) with { ExitReason = r.Label<FlowExitReason>(Reason) ?? FlowExitReason.Done };

    private static HandoffPayload HandOver(PropertyReader r) => new()
    {
        Handoff = r.Key(HandoffId, "handoff"),
        Reason = r.Text(Reason),
        RequiredFields = r.Texts(RequiredFields),
        FilledFields = r.Texts(FilledFields),
        Repeated = r.Bool(Repeated),
    };

    private static ResolutionPayload Resolve(PropertyReader r) => new()
    {
        By = r.Label<Actor>(By) ?? r.Envelope.Actor,
        Reason = r.Text(Reason),
        Confirmed = r.Bool(Confirmed),
        InactivityWaitSeconds = r.Int(InactivityWaitSeconds),
    };
}
