using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Answers to surveys: of each kind one a conversation, the last within the window after it was asked.</summary>
internal static class Surveys
{
    /// <summary>An answer counts for this long after the question, or after the conversation where nobody said when it was asked.</summary>
    public static readonly Duration Window = Duration.FromHours(72);

    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.SurveyActs.Count == 0)
            return;
        var answers = new Dictionary<(Key, SurveyType), (Event Event, SurveyPayload Payload, Episode? Episode)>();
        foreach (var (happened, around) in history.SurveyActs)
        {
            if (happened.Payload is not SurveyPayload { Score: not null } payload)
                continue;
            var episode = around ?? history.EpisodeAt(happened.OccurredAt, happened.Channel);
            var asked = Asked(history, payload, happened, episode);
            if (asked is { } since && happened.OccurredAt - since > Window)
                continue;
            var group = episode?.Key ?? (payload.Survey.IsNone ? happened.Id : payload.Survey);
            // In order of time, so the last stays.
            answers[(group, payload.Type)] = (happened, payload, episode);
        }

        foreach (var answer in answers.Values)
            Write(answer.Event, answer.Payload, answer.Episode, history, context);
    }

    private static Instant? Asked(ContactHistory history, SurveyPayload answer, Event happened, Episode? episode)
    {
        Instant? asked = null;
        foreach (var (sent, around) in history.SurveyActs)
        {
            if (sent.Kind != EventKind.SurveySent || sent.OccurredAt > happened.OccurredAt || sent.Payload is not SurveyPayload question)
                continue;
            var same = answer.Survey.IsNone || question.Survey.IsNone
                ? question.Type == answer.Type && around == episode
                : question.Survey == answer.Survey;
            if (same)
                asked = sent.OccurredAt;
        }

        return asked ?? episode?.EndedAt;
    }

    private static void Write(Event happened, SurveyPayload payload, Episode? episode, ContactHistory history, FoldContext context) =>
        context.Into.Surveys.Add(new SurveyFact
        {
            Survey = payload.Survey.IsNone ? happened.Id : payload.Survey,
            Contact = history.Contact,
            Conversation = episode?.Key ?? Key.None,
            Channel = happened.Channel == Channel.Other && episode is not null ? episode.Channel : happened.Channel,
            FlowId = happened.FlowId ?? episode?.FlowId ?? episode?.SpokenFlowId,
            AnsweredAt = happened.OccurredAt,
            Day = context.Day(happened.OccurredAt),
            Type = payload.Type,
            Score = payload.Score!.Value,
            ScaleMin = payload.ScaleMin,
            ScaleMax = payload.ScaleMax,
            Rated = payload.Rated != Actor.Unknown ? payload.Rated : episode is { HumanActed: true } ? Actor.Human : Actor.Bot,
        });
}
