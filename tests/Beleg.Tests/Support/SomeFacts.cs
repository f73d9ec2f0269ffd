using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>Facts as the fold would write them, the plainest there are.</summary>
internal static partial class Some
{
    /// <summary>One question, answered by the bot within ten minutes.</summary>
    public static ConversationFact Conversation(Key conversation, Key contact, Instant startedAt) => new()
    {
        Conversation = conversation,
        Contact = contact,
        Channel = Channel.WhatsApp,
        SourceConversation = Key.None,
        ReopenOf = Key.None,
        StartedAt = startedAt,
        Day = startedAt.InUtc().Date,
        EndedAt = startedAt + Duration.FromMinutes(10),
        Automated = true,
        EntryPoint = EntryPoint.Organic,
        Inbound = 1,
        AutomatedOutbound = 1,
        HumanOutbound = 0,
        InboundReadByAutomation = 1,
        Fallbacks = 0,
        HumanActed = false,
        HandoffRequested = false,
        HandoffAccepted = false,
        HumanInvolved = false,
        ResolvedBy = ResolvedBy.Nobody,
        Confirmed = false,
        GoalReached = false,
        Abandoned = false,
        LeadCaptured = false,
        LeadWithConsent = false,
        FirstOutboundDelivered = true,
        OpenerVisited = false,
        OpenerLeft = false,
        RepliedAfterOpener = false,
    };
}
