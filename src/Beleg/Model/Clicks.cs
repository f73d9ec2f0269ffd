using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// Tells a person's click from a preview, a crawler, a HEAD request and a repeat. What does not count is kept with the reason.
/// </summary>
internal static class Clicks
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        foreach (var (happened, episode) in history.Clicks)
        {
            var payload = happened.Payload as ClickPayload;
            var message = MessageOf(history, happened, payload);
            var spoken = message?.Episode ?? episode;
            var because = Rejected(payload) ?? Repeated(history, happened, payload, context.Settings);
            if (because is null)
                Count(history, happened, payload, spoken, message);
            context.Into.Clicks.Add(new ClickFact
            {
                Click = happened.Id,
                Contact = history.Contact,
                Conversation = spoken?.Key ?? Key.None,
                Message = message?.Key ?? happened.Message,
                At = happened.OccurredAt,
                Day = context.Day(happened.OccurredAt),
                Channel = happened.Channel == Channel.Other && spoken is not null ? spoken.Channel : happened.Channel,
                FlowId = happened.FlowId ?? message?.FlowId ?? spoken?.FlowId,
                StepId = happened.StepId ?? message?.Source.StepId,
                Branch = happened.Branch ?? message?.Source.Branch,
                CampaignId = happened.CampaignId ?? message?.CampaignId,
                LinkCode = payload?.LinkCode,
                Counted = because is null,
                NotCountedBecause = because,
                ContactClaim = payload?.ContactClaim,
            });
        }
    }

    private static void Count(ContactHistory history, Event happened, ClickPayload? payload, Episode? episode, Message? message)
    {
        var click = new CountedClick(happened.Id, happened, payload, episode);
        if (payload?.ClickId is { } bid)
            click.Bids.Add(bid);
        history.CountedClicks.Add(click);
        if (message is not null)
            message.LinkClickedAt = MessageLife.Earliest(message.LinkClickedAt, happened.OccurredAt);
        episode?.CountedClicks.Add((click.At, click.Channel));
    }

    private static Message? MessageOf(ContactHistory history, Event happened, ClickPayload? payload)
    {
        if (!happened.Message.IsNone && history.MessageByKey.TryGetValue(happened.Message, out var named) && named.Episode is not null)
            return named;
        if (payload?.LinkCode is not { } code)
            return null;
        if (history.MessagesByLink.Count == 0)
            IndexLinks(history);
        return history.MessagesByLink.TryGetValue(code, out var sent) ? sent.FindLast(m => m.At <= happened.OccurredAt) : null;
    }

    private static void IndexLinks(ContactHistory history)
    {
        foreach (var message in history.Messages)
        {
            if (message.IsInbound)
                continue;
            foreach (var code in message.Payload.Links)
            {
                if (!history.MessagesByLink.TryGetValue(code, out var sent))
                    history.MessagesByLink.Add(code, sent = []);
                sent.Add(message);
            }
        }
    }

    private static string? Rejected(ClickPayload? payload) => payload switch
    {
        null => null,
        { Agent: UserAgentClass.Preview } => payload.RejectedBecause ?? "preview",
        { Agent: UserAgentClass.Crawler } => payload.RejectedBecause ?? "crawler",
        { Agent: UserAgentClass.Head } => payload.RejectedBecause ?? "head",
        { Accepted: false } => payload.RejectedBecause ?? "rejected",
        _ => null,
    };

    private static string? Repeated(ContactHistory history, Event happened, ClickPayload? payload, FoldSettings settings)
    {
        for (var i = history.CountedClicks.Count - 1; i >= 0; i--)
        {
            var earlier = history.CountedClicks[i];
            if (happened.OccurredAt - earlier.At > settings.ClickRepeatWindow)
                return null;
            if (!IsSameLink(earlier, happened, payload))
                continue;
            if (payload?.ClickId is { } bid)
                earlier.Bids.Add(bid);
            return "repeat";
        }

        return null;
    }

    private static bool IsSameLink(CountedClick earlier, Event happened, ClickPayload? payload) =>
        payload?.LinkCode is { } code ? earlier.Payload?.LinkCode == code
        : earlier.Payload?.LinkCode is null && earlier.Payload?.ButtonId == payload?.ButtonId && earlier.Source.Message == happened.Message;
}
