using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// Gathers each message with its delivery life. Every state keeps the earliest time seen, whatever order it came in; a status before
/// its message waits for it, and a status that never finds one makes a message of its own.
/// </summary>
internal static class MessageLife
{
    /// <summary>Answers count for a message for this long.</summary>
    private static readonly Duration ReplyWindow = Duration.FromHours(24);

    /// <summary>Makes the messages of the history, without order yet.</summary>
    public static void Gather(ContactHistory history)
    {
        foreach (var happened in history.Events)
        {
            switch (happened.Kind)
            {
                case EventKind.MessageReceived:
                case EventKind.MessageSent:
                    if (IsMessage(happened))
                        Meet(history, happened);
                    break;
                case EventKind.MessageDelivered:
                case EventKind.MessageRead:
                case EventKind.MessageFailed:
                    if (!happened.Message.IsNone)
                        Apply(history, happened);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Key of the message an event is about: its own id where the provider gave none.</summary>
    public static Key KeyOf(Event happened) => happened.Message.IsNone ? happened.Id : happened.Message;

    /// <summary>Applies "everything up to here", which names no message; the messages are in order.</summary>
    public static void ApplyWatermarks(ContactHistory history)
    {
        Dictionary<(EventKind, Channel, string?), int>? reached = null;
        foreach (var happened in history.Events)
        {
            if (!happened.Message.IsNone || happened.Payload is not StatusPayload { Watermark: { } upTo })
                continue;
            // Events come in order of time, so what an earlier watermark reached has its earliest time already.
            var thread = (happened.Kind, happened.Channel, happened.AccountId);
            var at = (reached ??= []).GetValueOrDefault(thread);
            for (; at < history.Messages.Count && history.Messages[at].At <= upTo; at++)
            {
                var message = history.Messages[at];
                if (!message.IsInbound && message.Channel == happened.Channel && message.Source.AccountId == happened.AccountId)
                    SetState(message, happened);
            }

            reached[thread] = at;
        }
    }

    /// <summary>What follows from other things: an answer, a read without a delivery. Last, when every click is known.</summary>
    public static void Infer(ContactHistory history)
    {
        Span<Instant> next = stackalloc Instant[16];
        next.Fill(Instant.MaxValue);
        for (var i = history.Messages.Count - 1; i >= 0; i--)
        {
            var message = history.Messages[i];
            if (message.IsInbound)
            {
                next[(int)message.Channel] = message.At;
                continue;
            }

            var reply = next[(int)message.Channel];
            if (reply != Instant.MaxValue && reply - message.At <= ReplyWindow)
                message.RepliedAt = Earliest(message.RepliedAt, reply);
            InferDelivery(message);
        }
    }

    /// <summary>When it was read, by a receipt or else by what the contact did with it; null where neither tells.</summary>
    public static Instant? ReadBy(Message message, FoldSettings settings)
    {
        if (message.ReadAt is not null || message.FailedAt is not null || settings.ChannelsWithoutReceipts.Contains(message.Channel))
            return message.ReadAt;
        return Act(message);
    }

    public static Instant? Earliest(Instant? left, Instant? right) => left is null || right < left ? right ?? left : left;

    /// <summary>The first thing the contact did with it: nobody answers, presses or clicks what never came.</summary>
    private static Instant? Act(Message message) => Earliest(Earliest(message.RepliedAt, message.ButtonClickedAt), message.LinkClickedAt);

    private static void InferDelivery(Message message)
    {
        message.DeliveredImplied = false;
        if (message.DeliveredAt is not null)
            return;
        message.DeliveredAt = Earliest(message.ReadAt, message.FailedAt is null ? Act(message) : null);
        message.DeliveredImplied = message.DeliveredAt is not null;
    }

    /// <summary>A private note is no message.</summary>
    public static bool IsMessage(Event happened) => happened.Payload is not MessagePayload { Public: false } and not MessagePayload { Kind: MessageKind.Note };

    private static void Meet(ContactHistory history, Event happened)
    {
        var key = KeyOf(happened);
        if (!history.MessageByKey.TryGetValue(key, out var message))
        {
            history.MessageByKey.Add(key, history.NewMessage(key, happened));
            return;
        }

        if (message.KnownFromStatusesAlone)
        {
            message.Define(happened);
            return;
        }

        // The same message from two sources: who knows more defines it, the other adds what is missing.
        var twin = happened;
        if (Knowledge(happened) > Knowledge(message.Source))
        {
            twin = message.Source;
            message.Define(happened);
        }

        message.Twin ??= twin;
    }

    private static int Knowledge(Event happened) =>
        (happened.Payload is null ? 0 : 4) + (happened.Actor == Actor.Unknown ? 0 : 2) + (happened.FlowId is null ? 0 : 1);

    private static void Apply(ContactHistory history, Event happened)
    {
        if (!history.MessageByKey.TryGetValue(happened.Message, out var message))
        {
            message = history.NewMessage(happened.Message, happened);
            history.MessageByKey.Add(happened.Message, message);
        }

        SetState(message, happened);
    }

    private static void SetState(Message message, Event happened)
    {
        var status = happened.Payload as StatusPayload;
        switch (happened.Kind)
        {
            case EventKind.MessageDelivered:
                message.DeliveredAt = Earliest(message.DeliveredAt, happened.OccurredAt);
                break;
            case EventKind.MessageRead:
                message.ReadAt = Earliest(message.ReadAt, happened.OccurredAt);
                break;
            default:
                message.FailedAt = Earliest(message.FailedAt, happened.OccurredAt);
                message.ErrorCode ??= status?.ErrorCode;
                break;
        }

        if (status is { Category: not MessageCategory.None } or { Billable: not null } or { CountryCallingCode: not null })
            message.Pricing ??= status;
    }
}
