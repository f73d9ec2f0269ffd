using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>The contact itself as a fact, when all else is known.</summary>
internal static class Contacts
{
    public static void Write(ContactHistory history, FoldContext context)
    {
        if (history.Events.Count == 0)
            return;
        // An edit of the record is no sign of the person; figures are cut off at the last one there was.
        var (first, last) = (history.Events[0], history.Events.FindLast(happened => happened.Trust != Trust.Operator) ?? history.Events[^1]);
        var sent = FirstSent(history);
        var optOut = history.Consents.OptOut();
        var tags = Tags(history, out var lastSource);
        var (orders, net, firstOrder) = Bought(history);
        context.Into.Contacts.Add(new ContactFact
        {
            Contact = history.Contact,
            IsPerson = history.Person.IsPerson,
            FirstSeenAt = first.OccurredAt,
            LastSeenAt = last.OccurredAt,
            FirstDay = context.Day(first.OccurredAt),
            FirstSource = first.Source,
            FirstChannel = history.Messages.Count > 0 ? history.Messages[0].Channel : Channel.Other,
            FirstEntryPoint = history.Episodes.Count > 0 ? history.Episodes[0].EntryPoint ?? EntryPoint.Organic : EntryPoint.Organic,
            FirstCampaign = history.Events.Find(e => e.CampaignId is not null)?.CampaignId,
            FirstUtmSource = tags?.Source,
            FirstUtmCampaign = tags?.Campaign,
            LastUtmSource = lastSource,
            PreferredChannel = Preferred(history),
            Identifiers = history.Person.Identifiers,
            LeadStatus = history.LeadStatus,
            FirstMessagedAt = sent,
            FirstMessagedDay = context.Day(sent),
            MarketingConsentAt = history.Consents.LatestMarketing(),
            OptedOutAt = optOut?.WithdrawnAt,
            OptedOutDay = context.Day(optOut?.WithdrawnAt),
            OptOutProofs = optOut?.Proofs ?? 0,
            FirstOrderAt = firstOrder,
            FirstOrderDay = context.Day(firstOrder),
            Orders = orders,
            NetMinor = net,
        });
    }

    private static Instant? FirstSent(ContactHistory history)
    {
        foreach (var message in history.Messages)
        {
            if (!message.IsInbound)
                return message.At;
        }

        return null;
    }

    private static Utm? Tags(ContactHistory history, out string? last)
    {
        Utm? first = null;
        last = null;
        foreach (var happened in history.Events)
        {
            if (happened.Utm is not { Source: not null } utm)
                continue;
            first ??= utm;
            last = utm.Source;
        }

        return first;
    }

    private static (int Orders, long Net, Instant? First) Bought(ContactHistory history)
    {
        var (orders, net) = (0, 0L);
        Instant? first = null;
        foreach (var order in history.Orders)
        {
            if (order.State != OrderState.Counted)
                continue;
            orders++;
            net += order.Net;
            first ??= order.Payload.PlacedAt;
        }

        return (orders, net, first);
    }

    private static Channel Preferred(ContactHistory history)
    {
        Span<int> counts = stackalloc int[16];
        var best = history.Messages.Count > 0 ? history.Messages[0].Channel : Channel.Other;
        foreach (var message in history.Messages)
        {
            // Reaching the same number later is the later channel.
            if (message.IsInbound && ++counts[(int)message.Channel] >= counts[(int)best])
                best = message.Channel;
        }

        return best;
    }
}
