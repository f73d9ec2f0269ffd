using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>An episode while a contact is folded: what its events added up to so far.</summary>
internal sealed class Episode
{
    public required Key Key { get; init; }

    public required Key SourceConversation { get; set; }

    public Episode? ReopenOf { get; init; }

    public required Channel Channel { get; set; }

    public string? AccountId { get; set; }

    public required Instant StartedAt { get; init; }

    public LocalDate Day { get; set; }

    /// <summary>Last message, flow move or resolution, without a timer's.</summary>
    public Instant EndedAt { get; set; }

    /// <summary>Last thing that keeps it open against silence.</summary>
    public Instant LastActivity { get; set; }

    public EntryPoint? EntryPoint { get; set; }

    public string? EntryRef { get; set; }

    public string? FlowId { get; set; }

    public string? FlowVersion { get; set; }

    /// <summary>Flow of the first automated message, where no flow was entered.</summary>
    public string? SpokenFlowId { get; set; }

    public string? CampaignId { get; set; }

    public string? Language { get; set; }

    public string? AnsweredLanguage { get; set; }

    public int Messages { get; set; }

    public int Inbound { get; set; }

    public int AutomatedOutbound { get; set; }

    public int HumanOutbound { get; set; }

    public int InboundReadByAutomation { get; set; }

    public int Fallbacks { get; set; }

    public bool FlowEntered { get; set; }

    /// <summary>Automation spoke, more than a receipt and other than of its own accord.</summary>
    public bool AutomationSpoke { get; set; }

    /// <summary>Automation sent a campaign, a reminder or a survey.</summary>
    public bool AutomationPushed { get; set; }

    /// <summary>The contact wrote or pressed.</summary>
    public bool ContactTookPart { get; set; }

    public bool AutomatedFromServer { get; set; }

    public Message? FirstMessage { get; set; }

    public Message? FirstOutbound { get; set; }

    public bool RepliedAfterOpener { get; set; }

    /// <summary>The last message that says something: no survey prompt, no receipt.</summary>
    public Message? LastWord { get; set; }

    /// <summary>The inbound message that waits for whatever comes next.</summary>
    public Message? Unread { get; set; }

    public Message? LastInbound { get; set; }

    public Instant? FirstAutomatedAt { get; set; }

    public Instant? LastAutomatedAt { get; set; }

    public Instant? FirstFlowAt { get; set; }

    public Instant? FirstInboundAt { get; set; }

    public Instant? AutomatedAnswerAt { get; set; }

    public bool AutomationAnswered { get; set; }

    public Instant? HandoffAt { get; set; }

    public bool HandoffAccepted { get; set; }

    public Instant? HumanClockAt { get; set; }

    public Instant? HumanAnswerAt { get; set; }

    public bool HumanResolved { get; set; }

    public Instant? ResolvedAt { get; set; }

    public ResolvedBy ResolvedBy { get; set; }

    /// <summary>How long a timer waited before it closed it.</summary>
    public Duration Wait { get; set; }

    public bool Confirmed { get; set; }

    public Instant? ConfirmedAt { get; set; }

    public Instant? GoalAt { get; set; }

    public Instant? LastHumanAt { get; set; }

    /// <summary>Ended by a resolution, so that what the contact says next is another episode.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Said to be open again before anybody said anything.</summary>
    public bool IsReopened { get; set; }

    public bool LeadCaptured { get; set; }

    public bool LeadWithConsent { get; set; }

    public bool OpenerVisited { get; set; }

    public bool OpenerLeft { get; set; }

    /// <summary>When and on which channel counted clicks happened in it, in order.</summary>
    public List<(Instant At, Channel Channel)> CountedClicks { get; } = [];

    public bool HasCountedClick => CountedClicks.Count > 0;

    /// <summary>Automation spoke or a flow was entered: the chat's session. What it only pushed makes one once the contact takes part.</summary>
    public bool IsAutomated => FlowEntered || AutomationSpoke || (AutomationPushed && ContactTookPart);

    public bool HumanActed => HumanOutbound > 0 || HumanResolved;

    public bool HumanInvolved => HumanActed || HandoffAt is not null || HandoffAccepted;
}
