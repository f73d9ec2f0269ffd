using Beleg.Sources;

namespace Beleg.Model;

/// <summary>Messages as facts.</summary>
internal static class Messages
{
    public static void Write(ContactHistory history, FoldContext context)
    {
        foreach (var message in history.Messages)
        {
            var payload = message.Payload;
            var source = message.Source;
            var readAt = message.IsInbound ? null : MessageLife.ReadBy(message, context.Settings);
            context.Into.Messages.Add(new MessageFact
            {
                Message = message.Key,
                Contact = history.Contact,
                Conversation = message.Episode.Key,
                Channel = message.Channel,
                Direction = message.Direction,
                Actor = message.Actor,
                Kind = message.Kind,
                At = source.OccurredAt,
                Day = context.Day(source.OccurredAt),
                DeliveredAt = message.DeliveredAt,
                DeliveredImplied = message.DeliveredImplied,
                ReadAt = readAt,
                ReadImplied = readAt is not null && message.ReadAt is null,
                FailedAt = message.FailedAt,
                ErrorCode = message.ErrorCode,
                ButtonClickedAt = message.ButtonClickedAt,
                LinkClickedAt = message.LinkClickedAt,
                RepliedAt = message.RepliedAt,
                HasButtons = payload.Buttons.Count > 0,
                HasLinks = payload.Links.Count > 0,
                HasUntaggedLinks = payload.Links.Any(IsUntagged),
                FlowId = message.FlowId,
                FlowVersion = source.FlowVersion ?? message.Twin?.FlowVersion,
                StepId = source.StepId ?? message.Twin?.StepId,
                CampaignId = message.CampaignId,
                Template = payload.Template ?? (message.Twin?.Payload as MessagePayload)?.Template,
                IsFirstOutbound = message.IsFirstOutbound,
                IsFallback = payload.IsFallback,
                HandledBy = message.IsInbound ? message.HandledBy : HandledBy.Unknown,
                Intent = payload.Intent ?? message.Intent,
                IntentLabel = message.IntentLabel,
                Category = message.Category,
                Billable = message.Pricing?.Billable,
                CountryCallingCode = message.Pricing?.CountryCallingCode ?? payload.CountryCallingCode,
            });
        }
    }

    // Of an address with our redirect only the code is kept, so what still is an address went out as it is.
    private static bool IsUntagged(string link) =>
        link.Contains("://", StringComparison.Ordinal) && !link.Contains("utm_source=", StringComparison.OrdinalIgnoreCase);
}
