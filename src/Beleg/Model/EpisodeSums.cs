using Beleg.Sources;

namespace Beleg.Model;

/// <summary>What a message adds to its episode.</summary>
internal static class EpisodeSums
{
    public static void Add(Episode episode, Message message)
    {
        episode.Messages++;
        episode.FirstMessage ??= message;
        Describe(episode, message.Source);
        if (!(episode.IsClosed && (message.Kind == MessageKind.Survey || message.IsReceipt)))
        {
            episode.LastActivity = message.At;
            if (message.At > episode.EndedAt)
                episode.EndedAt = message.At;
        }

        if (message.Kind != MessageKind.Survey && !message.IsReceipt)
            episode.LastWord = message;
        episode.CampaignId ??= message.CampaignId;
        if (message.IsInbound)
            AddInbound(episode, message);
        else
            AddOutbound(episode, message);
    }

    /// <summary>What any of its events may say about how it began.</summary>
    public static void Describe(Episode episode, Event happened)
    {
        if (episode.Channel == Channel.Other)
            episode.Channel = happened.Channel;
        episode.AccountId ??= happened.AccountId;
        episode.CampaignId ??= happened.CampaignId;
        if (episode.EntryPoint is null && happened.EntryPoint is not null)
            (episode.EntryPoint, episode.EntryRef) = (happened.EntryPoint, happened.EntryRef);
        else
            episode.EntryRef ??= happened.EntryRef;
    }

    private static void AddInbound(Episode episode, Message message)
    {
        episode.Inbound++;
        episode.ContactTookPart = true;
        episode.FirstInboundAt ??= message.At;
        episode.Language ??= message.Source.Language;
        episode.LastInbound = episode.Unread = message;
        episode.RepliedAfterOpener |= episode.FirstOutbound is not null;
        if (message.Payload.IsConfirmation)
        {
            episode.Confirmed = true;
            episode.ConfirmedAt ??= message.At;
        }

        if (episode.EntryPoint is null && message.Payload is { AdId: not null } or { CtwaClickId: not null })
            (episode.EntryPoint, episode.EntryRef) = (EntryPoint.Ad, episode.EntryRef ?? message.Payload.AdId);
    }

    private static void AddOutbound(Episode episode, Message message)
    {
        if (episode.FirstOutbound is null)
        {
            episode.FirstOutbound = message;
            message.IsFirstOutbound = true;
        }

        if (message.IsAutomated)
            AddAutomated(episode, message);
        else if (message.IsHuman)
            AddHuman(episode, message);
    }

    private static void AddAutomated(Episode episode, Message message)
    {
        if (message.IsReceipt)
            return;
        episode.AutomatedOutbound++;
        episode.FirstAutomatedAt ??= message.At;
        episode.LastAutomatedAt = message.At;
        episode.SpokenFlowId ??= message.FlowId;
        episode.AutomatedFromServer |= message.Source.Trust != Trust.Browser;
        if (message.IsPushed)
            episode.AutomationPushed = true;
        else
            episode.AutomationSpoke = true;
        if (message.Kind is MessageKind.Campaign or MessageKind.Reminder or MessageKind.Survey)
            return;
        if (message.IsRealAnswer)
        {
            episode.AutomationAnswered = true;
            if (episode.FirstInboundAt is not null)
            {
                episode.AutomatedAnswerAt ??= message.At;
                episode.AnsweredLanguage ??= message.Source.Language;
            }
        }

        if (episode.Unread is not { } unread)
            return;
        episode.Unread = null;
        // Where nothing says what read a message, whatever spoke next did; and a bot that did not understand has read it.
        if (unread.HandledBy == HandledBy.Unknown || message.Payload.IsFallback)
            unread.HandledBy = HandledBy.Bot;
        episode.Fallbacks += message.Payload.IsFallback ? 1 : 0;
    }

    private static void AddHuman(Episode episode, Message message)
    {
        episode.HumanOutbound++;
        episode.LastHumanAt = message.At;
        if (episode.Unread is { HandledBy: HandledBy.Unknown } unread)
            unread.HandledBy = HandledBy.Human;
        episode.Unread = null;
        if (!message.IsRealAnswer)
            return;
        if (episode.FirstInboundAt is not null)
            episode.AnsweredLanguage ??= message.Source.Language;
        ResponseClock.Stop(episode, message.At);
    }
}
