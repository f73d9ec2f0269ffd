using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Subscriptions as they stand, and the conversations in which somebody wanted to end one.</summary>
internal static class Subscriptions
{
    /// <summary>Whoever has not cancelled by then was kept.</summary>
    private static readonly Duration Judged = Duration.FromDays(30);

    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.SubscriptionActs.Count == 0)
            return;
        var all = new List<Subscription>();
        foreach (var happened in history.SubscriptionActs)
        {
            if (happened.Payload is not SubscriptionPayload payload)
                continue;
            var key = Routing.Subscription(context.Settings.Hash, happened.Source, payload.SubscriptionId);
            var known = all.Find(one => one.Key == key);
            if (known is null)
                all.Add(known = new Subscription(key, happened));
            known.Take(happened, payload);
        }

        foreach (var subscription in all)
            context.Into.Subscriptions.Add(subscription.Fact(history.Contact, context));
        WriteIntents(history, all, context);
    }

    private static void WriteIntents(ContactHistory history, List<Subscription> all, FoldContext context)
    {
        var seen = new HashSet<Key>();
        foreach (var message in history.Messages)
        {
            if (!message.IsInbound || (message.IntentLabel ?? message.Payload.Intent ?? message.Intent) is not { } intent || !context.Settings.CancellationIntents.Contains(intent))
                continue;
            // Whoever has nothing to cancel cannot be kept.
            var running = all.Where(subscription => subscription.RunsAt(message.At)).ToList();
            if (running.Count == 0 || !seen.Add(message.Episode.Key))
                continue;
            var cancelled = running.Min(subscription => subscription.EndAfter(message.At));
            context.Into.CancellationIntents.Add(new CancellationIntentFact
            {
                Conversation = message.Episode.Key,
                Contact = history.Contact,
                Channel = message.Episode.Channel,
                FlowId = message.Episode.FlowId ?? message.Episode.SpokenFlowId,
                IntentAt = message.At,
                Day = context.Day(message.At),
                Handled = message.Episode.AutomatedOutbound + message.Episode.HumanOutbound > 0,
                CancelledAt = cancelled == Instant.MaxValue ? null : cancelled,
                Kept = cancelled == Instant.MaxValue || cancelled - message.At > Judged,
            });
        }
    }

    private sealed class Subscription(Key key, Event first)
    {
        // Half-open; the last one has no end while it runs. What is known only from a later word ran before it.
        private readonly List<(Instant From, Instant To)> spans = [];
        private Instant? startedAt;
        private Instant? changedAt;
        private Instant? cancelledAt;
        private SubscriptionPayload latest = (SubscriptionPayload)first.Payload!;
        private Event? priced;

        public Key Key { get; } = key;

        private bool Runs => spans.Count > 0 && spans[^1].To == Instant.MaxValue;

        public void Take(Event happened, SubscriptionPayload payload)
        {
            latest = payload with { Plan = payload.Plan ?? latest.Plan };
            if (payload.AmountMinor is not null)
                priced = happened;
            switch (happened.Kind)
            {
                case EventKind.SubscriptionStarted:
                    startedAt ??= happened.OccurredAt;
                    cancelledAt = null;
                    if (!Runs)
                        spans.Add((happened.OccurredAt, Instant.MaxValue));
                    break;
                case EventKind.SubscriptionChanged:
                    changedAt = happened.OccurredAt;
                    if (spans.Count == 0)
                        spans.Add((Instant.MinValue, Instant.MaxValue));
                    break;
                default:
                    cancelledAt ??= happened.OccurredAt;
                    if (Runs)
                        spans[^1] = (spans[^1].From, happened.OccurredAt);
                    else if (spans.Count == 0)
                        spans.Add((Instant.MinValue, happened.OccurredAt));
                    break;
            }
        }

        public bool RunsAt(Instant at) => spans.Exists(span => span.From <= at && at < span.To);

        /// <summary>When the span that holds an instant ends; the end of time where it does not.</summary>
        public Instant EndAfter(Instant at) => spans.Find(span => span.From <= at && at < span.To).To;

        public SubscriptionFact Fact(Key contact, FoldContext context)
        {
            var amount = priced?.Payload as SubscriptionPayload;
            return new SubscriptionFact
            {
                Subscription = Key,
                Contact = contact,
                StartedAt = startedAt,
                ChangedAt = changedAt,
                CancelledAt = cancelledAt,
                Day = context.Day(first.OccurredAt),
                State = Runs ? SubscriptionState.Active : SubscriptionState.Cancelled,
                Plan = latest.Plan,
                Currency = amount?.Currency,
                AmountOriginalMinor = amount?.AmountMinor,
                AmountMinor = amount is null ? null : context.InCurrency(amount.AmountMinor, amount.Currency, context.Day(priced!.OccurredAt)),
            };
        }
    }
}
