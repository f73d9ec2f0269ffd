using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>One pass over a contact's events in order: finds each one's episode and adds it up there. One instance per thread.</summary>
internal sealed class EpisodeWalk(FoldSettings settings)
{
    private readonly Threads threads = new(settings);
    private readonly Dictionary<Key, Episode> byRun = [];

    public void Walk(ContactHistory history)
    {
        threads.Start(history.Episodes);
        byRun.Clear();
        foreach (var happened in history.Events)
            Meet(history, happened);
    }

    private void Meet(ContactHistory history, Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.MessageReceived:
            case EventKind.MessageSent:
            case EventKind.MessageDelivered:
            case EventKind.MessageRead:
            case EventKind.MessageFailed:
                OnMessage(history, happened);
                break;
            case EventKind.ButtonClicked:
                OnButton(history, happened);
                break;
            case EventKind.FlowEntered:
            case EventKind.FlowStepReached:
            case EventKind.FlowBranchChosen:
            case EventKind.FlowGoalReached:
            case EventKind.FlowExited:
                history.FlowMoves.Add((happened, OnFlow(happened)));
                break;
            case EventKind.HandoffRequested:
            case EventKind.HandoffAccepted:
            case EventKind.HandoffExpired:
                history.HandoffActs.Add((happened, OnHandoff(history, happened)));
                break;
            case EventKind.ConversationResolved:
                if (threads.Find(happened) is { } resolved && Resolution.Resolve(resolved, happened) == ResolvedBy.Human)
                    history.HumanActs.Add((happened.OccurredAt, resolved));
                break;
            case EventKind.ConversationReopened:
                if (threads.Find(happened) is { IsClosed: true } closed)
                    closed.IsReopened = true;
                break;
            case EventKind.IntentDetected:
            case EventKind.IntentLabelled:
                OnIntent(history, happened);
                break;
            default:
                Sort(history, happened);
                break;
        }
    }

    private void Sort(ContactHistory history, Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.LinkClicked:
                history.Clicks.Add((happened, Around(history, happened)));
                break;
            case EventKind.LeadCaptured:
            case EventKind.LeadStatusChanged:
                history.LeadActs.Add((happened, Around(history, happened)));
                break;
            case EventKind.SurveySent:
            case EventKind.SurveyAnswered:
                history.SurveyActs.Add((happened, Around(history, happened)));
                break;
            case EventKind.ConsentGiven:
            case EventKind.ConsentWithdrawn:
                history.ConsentActs.Add(happened);
                break;
            case EventKind.SessionStarted:
                history.Visits.Add(happened);
                break;
            case EventKind.Conversion:
                history.Conversions.Add(happened);
                break;
            case EventKind.OrderCompleted:
            case EventKind.OrderUpdated:
            case EventKind.OrderRefunded:
            case EventKind.OrderCancelled:
                // A browser's word moves no money.
                if (happened.Trust != Trust.Browser)
                    history.OrderActs.Add(happened);
                break;
            case EventKind.AppointmentBooked:
            case EventKind.AppointmentAttended:
            case EventKind.AppointmentMissed:
                history.Appointments.Add(happened);
                break;
            case EventKind.DealUpdated:
                history.Deals.Add(happened);
                break;
            case EventKind.CheckoutStarted:
                history.Checkouts.Add(happened);
                break;
            case EventKind.SubscriptionStarted:
            case EventKind.SubscriptionChanged:
            case EventKind.SubscriptionCancelled:
                if (happened.Trust != Trust.Browser)
                    history.SubscriptionActs.Add(happened);
                break;
            case EventKind.ExperimentViewed:
                history.Exposures.Add(happened);
                break;
            default:
                break;
        }
    }

    private void OnMessage(ContactHistory history, Event happened)
    {
        if (!history.MessageByKey.TryGetValue(MessageLife.KeyOf(happened), out var message) || !ReferenceEquals(message.Source, happened))
            return;
        var episode = threads.Enter(happened, message.Key, Reopens(message, happened))!;
        message.Episode = episode;
        history.Messages.Add(message);
        EpisodeSums.Add(episode, message);
        if (message.IsHuman)
            history.HumanActs.Add((message.At, episode));
    }

    /// <summary>Whether a message after a resolution starts another episode: a survey prompt, a receipt or a closing word does not.</summary>
    private bool Reopens(Message message, Event happened)
    {
        if (!message.IsAutomated)
            return true;
        return message.Kind != MessageKind.Survey && !message.IsReceipt
            && !(threads.Find(happened)?.ResolvedAt is { } resolved && happened.OccurredAt - resolved <= Resolution.ClosingWords);
    }

    private void OnButton(ContactHistory history, Event happened)
    {
        var episode = threads.Enter(happened, happened.Id)!;
        Prolong(episode, happened);
        episode.ContactTookPart = true;
        episode.RepliedAfterOpener |= episode.FirstOutbound is not null;
        if (!happened.Message.IsNone && history.MessageByKey.TryGetValue(happened.Message, out var message))
            message.ButtonClickedAt = MessageLife.Earliest(message.ButtonClickedAt, happened.OccurredAt);
    }

    private Episode? OnFlow(Event happened)
    {
        var begins = happened.Kind is EventKind.FlowEntered or EventKind.FlowStepReached;
        var ended = happened.Kind == EventKind.FlowExited && happened.Payload is not FlowPayload { ExitReason: FlowExitReason.Done };
        var known = happened.Run.IsNone ? null : byRun.GetValueOrDefault(happened.Run);
        // A run that a timer ends days later is no sign of life.
        if (ended)
            return known ?? threads.Find(happened);
        var episode = threads.Enter(happened, happened.Id, reopens: happened.Kind == EventKind.FlowEntered, alone: begins) ?? known;
        if (episode is null)
            return null;
        Prolong(episode, happened);
        if (!happened.Run.IsNone)
            byRun.TryAdd(happened.Run, episode);
        if (begins)
        {
            episode.FlowEntered = true;
            episode.FirstFlowAt ??= happened.OccurredAt;
            episode.AutomatedFromServer |= happened.Trust != Trust.Browser;
            if (episode.FlowId is null)
                (episode.FlowId, episode.FlowVersion) = (happened.FlowId, happened.FlowVersion);
        }

        if (happened.Kind == EventKind.FlowGoalReached)
            episode.GoalAt ??= happened.OccurredAt;
        return episode;
    }

    private Episode? OnHandoff(ContactHistory history, Event happened)
    {
        if (happened.Kind == EventKind.HandoffExpired)
            return threads.Find(happened);
        var episode = threads.Enter(happened, happened.Id)!;
        Prolong(episode, happened);
        if (happened.Kind == EventKind.HandoffRequested)
        {
            episode.HandoffAt ??= happened.OccurredAt;
            return episode;
        }

        (episode.HandoffAccepted, episode.LastHumanAt) = (true, happened.OccurredAt);
        history.HumanActs.Add((happened.OccurredAt, episode));
        return episode;
    }

    private void OnIntent(ContactHistory history, Event happened)
    {
        if (happened.Payload is not IntentPayload intent)
            return;
        Message? message = null;
        if (!happened.Message.IsNone)
            history.MessageByKey.TryGetValue(happened.Message, out message);
        else
            message = threads.Find(happened)?.LastInbound;
        if (message is null)
            return;
        message.Intent = intent.Intent ?? message.Intent;
        message.IntentLabel = intent.Label ?? message.IntentLabel;
    }

    private Episode? Around(ContactHistory history, Event happened)
    {
        if (!happened.Message.IsNone && history.MessageByKey.TryGetValue(happened.Message, out var message) && message.Episode is { } spoken)
            return spoken;
        if (!happened.Run.IsNone && byRun.TryGetValue(happened.Run, out var run))
            return run;
        return threads.Find(happened);
    }

    private static void Prolong(Episode episode, Event happened)
    {
        episode.LastActivity = happened.OccurredAt;
        if (happened.OccurredAt > episode.EndedAt)
            episode.EndedAt = happened.OccurredAt;
        EpisodeSums.Describe(episode, happened);
    }
}
