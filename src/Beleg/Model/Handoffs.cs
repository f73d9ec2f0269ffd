using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Hand-offs: a request nobody took is one too. Answered is the first public human message after it.</summary>
internal static class Handoffs
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.HandoffActs.Count == 0)
            return;
        var all = new List<Handoff>();
        foreach (var (happened, episode) in history.HandoffActs)
        {
            var payload = happened.Payload as HandoffPayload;
            var handoff = Find(all, payload?.Handoff ?? Key.None, happened, episode);
            if (handoff is null)
                all.Add(handoff = new Handoff(payload is { Handoff.IsNone: false } ? payload.Handoff : happened.Id, happened, episode));
            Take(handoff, happened, payload);
        }

        foreach (var handoff in all)
            Write(handoff, history, context);
    }

    private static Handoff? Find(List<Handoff> all, Key key, Event happened, Episode? episode)
    {
        if (!key.IsNone)
            return all.Find(h => h.Key == key);
        // Without ids, taking or letting lapse concerns the last request of the episode.
        return happened.Kind == EventKind.HandoffRequested ? null : all.FindLast(h => h.Episode == episode && h.AcceptedAt is null && h.ExpiredAt is null);
    }

    private static void Take(Handoff handoff, Event happened, HandoffPayload? payload)
    {
        if (happened.Kind == EventKind.HandoffAccepted)
            handoff.AcceptedAt ??= happened.OccurredAt;
        else if (happened.Kind == EventKind.HandoffExpired)
            handoff.ExpiredAt ??= happened.OccurredAt;
        if (payload is null)
            return;
        if (payload.RequiredFields.Count > 0 && handoff.Required == 0)
        {
            handoff.Required = payload.RequiredFields.Count;
            handoff.Filled = payload.RequiredFields.Count(payload.FilledFields.Contains);
        }

        handoff.Repeated = payload.Repeated ?? handoff.Repeated;
    }

    private static void Write(Handoff handoff, ContactHistory history, FoldContext context) => context.Into.Handoffs.Add(new HandoffFact
    {
        Handoff = handoff.Key,
        Contact = history.Contact,
        Conversation = handoff.Episode?.Key ?? Key.None,
        Channel = handoff.First.Channel == Channel.Other && handoff.Episode is not null ? handoff.Episode.Channel : handoff.First.Channel,
        FlowId = handoff.First.FlowId ?? handoff.Episode?.FlowId,
        RequestedAt = handoff.First.OccurredAt,
        Day = context.Day(handoff.First.OccurredAt),
        AcceptedAt = handoff.AcceptedAt,
        ExpiredAt = handoff.ExpiredAt,
        AnsweredAt = Answer(handoff, history),
        Required = handoff.Required,
        Filled = handoff.Filled,
        Repeated = handoff.Repeated,
    });

    private static Instant? Answer(Handoff handoff, ContactHistory history)
    {
        for (var i = history.FirstMessageFrom(handoff.First.OccurredAt); i < history.Messages.Count; i++)
        {
            var message = history.Messages[i];
            if (message.Episode == handoff.Episode && message.IsHuman && message.IsRealAnswer)
                return message.At;
        }

        return null;
    }

    private sealed class Handoff(Key key, Event first, Episode? episode)
    {
        public Key Key { get; } = key;

        public Event First { get; } = first;

        public Episode? Episode { get; } = episode;

        public Instant? AcceptedAt { get; set; }

        public Instant? ExpiredAt { get; set; }

        public int Required { get; set; }

        public int Filled { get; set; }

        public bool? Repeated { get; set; }
    }
}
