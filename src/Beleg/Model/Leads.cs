using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Leads: where and when they were captured, whether consent held, and where they stand.</summary>
internal static class Leads
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.LeadActs.Count == 0)
            return;
        var all = new List<Lead>();
        foreach (var (happened, episode) in history.LeadActs)
        {
            var payload = happened.Payload as LeadPayload;
            var lead = Find(all, happened, payload);
            if (lead is null)
                all.Add(lead = new Lead(payload is { Lead.IsNone: false } ? payload.Lead : happened.Id, happened, episode));
            Take(lead, happened, payload, episode);
        }

        foreach (var lead in all)
            Write(lead, history, context);
        history.LeadStatus = all.MaxBy(l => (l.StatusAt, l.Key))!.Status;
    }

    private static Lead? Find(List<Lead> all, Event happened, LeadPayload? payload)
    {
        if (payload is { Lead.IsNone: false })
            return all.Find(l => l.Key == payload.Lead);
        return happened.Kind == EventKind.LeadStatusChanged && all.Count > 0 ? all[^1] : null;
    }

    private static void Take(Lead lead, Event happened, LeadPayload? payload, Episode? episode)
    {
        if (happened.Kind == EventKind.LeadCaptured && lead.Captured is null)
            (lead.Captured, lead.Episode) = (happened, episode);
        var status = payload?.Status ?? LeadStatus.New;
        var at = happened.UpdatedAt ?? happened.OccurredAt;
        // A capture that comes again does not make a qualified lead new.
        if (happened.Kind == EventKind.LeadStatusChanged || status != LeadStatus.New)
        {
            if (at >= lead.StatusAt)
                (lead.Status, lead.StatusAt) = (status, at);
            if (status == LeadStatus.Qualified)
                lead.QualifiedAt = MessageLife.Earliest(lead.QualifiedAt, happened.OccurredAt);
            else if (status == LeadStatus.Won)
                lead.WonAt = MessageLife.Earliest(lead.WonAt, happened.OccurredAt);
            else if (status == LeadStatus.Lost)
                lead.LostAt = MessageLife.Earliest(lead.LostAt, happened.OccurredAt);
        }
    }

    private static void Write(Lead lead, ContactHistory history, FoldContext context)
    {
        var source = lead.Captured ?? lead.First;
        var episode = lead.Episode;
        var end = episode is null || episode.EndedAt < source.OccurredAt ? source.OccurredAt : episode.EndedAt;
        var withConsent = history.Consents.IsValid(source.OccurredAt, end);
        if (episode is not null && lead.Captured is not null)
        {
            episode.LeadCaptured = true;
            episode.LeadWithConsent |= withConsent;
        }

        context.Into.Leads.Add(new LeadFact
        {
            Lead = lead.Key,
            Contact = history.Contact,
            Conversation = episode?.Key ?? Key.None,
            Channel = source.Channel == Channel.Other && episode is not null ? episode.Channel : source.Channel,
            FlowId = source.FlowId ?? episode?.FlowId ?? episode?.SpokenFlowId,
            EntryPoint = source.EntryPoint ?? episode?.EntryPoint ?? EntryPoint.Organic,
            CampaignId = source.CampaignId ?? episode?.CampaignId,
            CapturedAt = source.OccurredAt,
            Day = context.Day(source.OccurredAt),
            WithConsent = withConsent,
            Status = lead.Status,
            QualifiedAt = lead.QualifiedAt,
            WonAt = lead.WonAt,
            LostAt = lead.LostAt,
        });
    }

    private sealed class Lead(Key key, Event first, Episode? episode)
    {
        public Key Key { get; } = key;

        public Event First { get; } = first;

        public Event? Captured { get; set; }

        public Episode? Episode { get; set; } = episode;

        public LeadStatus Status { get; set; }

        public Instant StatusAt { get; set; } = Instant.MinValue;

        public Instant? QualifiedAt { get; set; }

        public Instant? WonAt { get; set; }

        public Instant? LostAt { get; set; }
    }
}
