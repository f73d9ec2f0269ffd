using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One contact, one channel, one episode. Never knows "now": windows are judged by the query.</summary>
public sealed record ConversationFact
{
    /// <summary>The episode.</summary>
    public required Key Conversation { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The business's number or page.</summary>
    public string? AccountId { get; init; }

    /// <summary>The source's own conversation; none where episodes are cut by silence.</summary>
    public required Key SourceConversation { get; init; }

    /// <summary>The episode this one reopened; none.</summary>
    public required Key ReopenOf { get; init; }

    /// <summary>First message or flow entry.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Its day in the workspace's zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Last message, flow move or resolution.</summary>
    public required Instant EndedAt { get; init; }

    /// <summary>Automation spoke (more than a receipt) or a flow was entered.</summary>
    public required bool Automated { get; init; }

    /// <summary>How it was entered.</summary>
    public required EntryPoint EntryPoint { get; init; }

    /// <summary>Post, ad, keyword or code of the entry.</summary>
    public string? EntryRef { get; init; }

    /// <summary>First flow entered.</summary>
    public string? FlowId { get; init; }

    /// <summary>Its version.</summary>
    public string? FlowVersion { get; init; }

    /// <summary>Campaign it answers.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Language of the contact.</summary>
    public string? Language { get; init; }

    /// <summary>Language it was answered in.</summary>
    public string? AnsweredLanguage { get; init; }

    /// <summary>Messages from the contact.</summary>
    public required int Inbound { get; init; }

    /// <summary>Answers by automation.</summary>
    public required int AutomatedOutbound { get; init; }

    /// <summary>Public messages by people.</summary>
    public required int HumanOutbound { get; init; }

    /// <summary>Inbound messages that automation read.</summary>
    public required int InboundReadByAutomation { get; init; }

    /// <summary>Times the bot did not understand.</summary>
    public required int Fallbacks { get; init; }

    /// <summary>A person wrote or resolved.</summary>
    public required bool HumanActed { get; init; }

    /// <summary>A hand-off was requested.</summary>
    public required bool HandoffRequested { get; init; }

    /// <summary>A person took it.</summary>
    public required bool HandoffAccepted { get; init; }

    /// <summary>Any of the three.</summary>
    public required bool HumanInvolved { get; init; }

    /// <summary>When it was resolved.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>Who ended it.</summary>
    public required ResolvedBy ResolvedBy { get; init; }

    /// <summary>The contact confirmed that it is solved.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>A flow reached its goal.</summary>
    public required bool GoalReached { get; init; }

    /// <summary>Ended by silence, goal not reached, last word an open question or a fallback of the bot.</summary>
    public required bool Abandoned { get; init; }

    /// <summary>Start to resolution, less a timer's wait.</summary>
    public long? TimeToResolutionMs { get; init; }

    /// <summary>From the end of this episode to the contact's next inbound message in another one, any channel; null where there is none within <see cref="Primitives.RecontactWindow.MostHours"/>.</summary>
    public long? ReturnAfterMs { get; init; }

    /// <summary>From the end of this episode to the next act of a person for this contact in another one, any channel; null where there is none within <see cref="Primitives.RecontactWindow.MostHours"/>.</summary>
    public long? HumanAfterMs { get; init; }

    /// <summary>First message from the contact.</summary>
    public Instant? FirstInboundAt { get; init; }

    /// <summary>First inbound to automation's first real answer.</summary>
    public long? AutomatedResponseMs { get; init; }

    /// <summary>When the clock for a person's answer started; null where nobody was asked for.</summary>
    public Instant? HumanClockAt { get; init; }

    /// <summary>From that to the first public human message; null while open.</summary>
    public long? HumanResponseMs { get; init; }

    /// <summary>The same in business hours; null without calendar.</summary>
    public long? HumanResponseBusinessMs { get; init; }

    /// <summary>Started outside business hours; null without calendar.</summary>
    public bool? OutOfHours { get; init; }

    /// <summary>Contact details were captured.</summary>
    public required bool LeadCaptured { get; init; }

    /// <summary>With consent valid by the end of the conversation.</summary>
    public required bool LeadWithConsent { get; init; }

    /// <summary>The first outbound message was delivered.</summary>
    public required bool FirstOutboundDelivered { get; init; }

    /// <summary>And read; null on channels without read receipts.</summary>
    public bool? FirstOutboundRead { get; init; }

    /// <summary>The first step of its flow was entered.</summary>
    public required bool OpenerVisited { get; init; }

    /// <summary>And left for a later one.</summary>
    public required bool OpenerLeft { get; init; }

    /// <summary>The contact wrote or pressed after the first outbound message.</summary>
    public required bool RepliedAfterOpener { get; init; }
}
