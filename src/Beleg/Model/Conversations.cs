using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Episodes as facts. Keeps its buffer; one instance per thread.</summary>
internal sealed class Conversations(FoldContext context)
{
    private readonly List<Instant> inbound = [];

    public void Fold(ContactHistory history)
    {
        inbound.Clear();
        foreach (var message in history.Messages)
        {
            if (!message.IsInbound)
                continue;
            inbound.Add(message.At);
            if (message.HandledBy == HandledBy.Bot)
                message.Episode.InboundReadByAutomation++;
        }

        foreach (var episode in history.Episodes)
            Write(history, episode);
    }

    private void Write(ContactHistory history, Episode episode)
    {
        var abandoned = Resolution.Finish(episode);
        var calendar = context.Settings.Calendar;
        var zone = context.Settings.Zone;
        context.Into.Conversations.Add(new ConversationFact
        {
            Conversation = episode.Key,
            Contact = history.Contact,
            Channel = episode.Channel,
            AccountId = episode.AccountId,
            SourceConversation = episode.SourceConversation,
            ReopenOf = episode.ReopenOf?.Key ?? Key.None,
            StartedAt = episode.StartedAt,
            Day = episode.Day,
            EndedAt = episode.EndedAt,
            Automated = episode.IsAutomated,
            EntryPoint = Entry(episode),
            EntryRef = episode.EntryRef,
            FlowId = episode.FlowId ?? episode.SpokenFlowId,
            FlowVersion = episode.FlowVersion,
            CampaignId = episode.CampaignId,
            Language = episode.Language,
            AnsweredLanguage = episode.AnsweredLanguage,
            Inbound = episode.Inbound,
            AutomatedOutbound = episode.AutomatedOutbound,
            HumanOutbound = episode.HumanOutbound,
            InboundReadByAutomation = episode.InboundReadByAutomation,
            Fallbacks = episode.Fallbacks,
            HumanActed = episode.HumanActed,
            HandoffRequested = episode.HandoffAt is not null,
            HandoffAccepted = episode.HandoffAccepted,
            HumanInvolved = episode.HumanInvolved,
            ResolvedAt = episode.ResolvedAt,
            ResolvedBy = episode.ResolvedBy,
            Confirmed = episode.Confirmed,
            GoalReached = episode.GoalAt is not null,
            Abandoned = abandoned,
            TimeToResolutionMs = TimeToResolution(episode),
            ReturnAfterMs = ReturnAfter(episode),
            HumanAfterMs = HumanAfter(history, episode),
            FirstInboundAt = episode.FirstInboundAt,
            AutomatedResponseMs = Between(episode.FirstInboundAt, episode.AutomatedAnswerAt),
            HumanClockAt = episode.HumanClockAt,
            HumanResponseMs = Between(episode.HumanClockAt, episode.HumanAnswerAt),
            HumanResponseBusinessMs = calendar is not null && episode is { HumanClockAt: { } asked, HumanAnswerAt: { } answered }
                ? FoldContext.Milliseconds(calendar.Between(asked, answered, zone)) : null,
            OutOfHours = calendar is null ? null : !calendar.IsOpen(episode.StartedAt, zone),
            LeadCaptured = episode.LeadCaptured,
            LeadWithConsent = episode.LeadWithConsent,
            FirstOutboundDelivered = episode.FirstOutbound is { } sent && (sent.DeliveredAt is not null || (episode.RepliedAfterOpener && sent.FailedAt is null)),
            FirstOutboundRead = FirstRead(episode),
            OpenerVisited = episode.OpenerVisited,
            OpenerLeft = episode.OpenerLeft,
            RepliedAfterOpener = episode.RepliedAfterOpener,
        });
    }

    private static EntryPoint Entry(Episode episode) =>
        episode.EntryPoint ?? (episode is { FirstMessage: { IsInbound: false, Kind: MessageKind.Campaign }, ContactTookPart: true } ? EntryPoint.CampaignReply : EntryPoint.Organic);

    /// <summary>A timer's wait is no work: it is taken off again.</summary>
    private static long? TimeToResolution(Episode episode) =>
        episode.ResolvedAt is { } resolved ? Math.Max(0, FoldContext.Milliseconds(resolved - episode.StartedAt - episode.Wait)) : null;

    private static long? Between(Instant? from, Instant? to) => from is { } start && to is { } end ? FoldContext.Milliseconds(end - start) : null;

    private long? ReturnAfter(Episode episode)
    {
        // All messages of the episode itself lie before its end, so the next one after it is in another.
        var (low, high) = (0, inbound.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (inbound[middle] > episode.EndedAt)
                high = middle;
            else
                low = middle + 1;
        }

        return low < inbound.Count ? WithinReach(inbound[low] - episode.EndedAt) : null;
    }

    /// <summary>A person who acts on another channel while the episode goes on handles the contact at once: 0.</summary>
    private static long? HumanAfter(ContactHistory history, Episode episode)
    {
        var acts = history.HumanActs;
        var (low, high) = (0, acts.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (acts[middle].At >= episode.StartedAt)
                high = middle;
            else
                low = middle + 1;
        }

        while (low < acts.Count && acts[low].Episode == episode)
            low++;
        if (low == acts.Count)
            return null;
        return acts[low].At <= episode.EndedAt ? 0 : WithinReach(acts[low].At - episode.EndedAt);
    }

    // No question looks further. Kept all the same, it would change a row of a month closed long ago whenever somebody writes again after half a year.
    private static long? WithinReach(Duration after) => FoldContext.Milliseconds(after) is var passed and <= RecontactWindow.MostMilliseconds ? passed : null;

    private bool? FirstRead(Episode episode)
    {
        if (episode.FirstOutbound is not { } first)
            return null;
        var silent = context.Settings.ChannelsWithoutReceipts.Contains(first.Channel);
        if (silent && first.ReadAt is null)
            return null;
        return first.ReadAt is not null || (first.FailedAt is null && (episode.RepliedAfterOpener || first.LinkClickedAt is not null || first.ButtonClickedAt is not null));
    }
}
