using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>Appointments and what became of them; one that was moved is due when it was last said to be.</summary>
internal static class Appointments
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.Appointments.Count == 0)
            return;
        var all = new List<(Key Key, AppointmentFact Fact)>();
        foreach (var happened in history.Appointments)
        {
            var payload = happened.Payload as AppointmentPayload;
            var key = payload is { Appointment.IsNone: false } ? payload.Appointment : happened.Id;
            var at = all.FindIndex(a => a.Key == key);
            var known = at < 0 ? First(history, key, happened, context) : all[at].Fact;
            known = Take(known, happened, payload, context);
            if (at < 0)
                all.Add((key, known));
            else
                all[at] = (key, known);
        }

        foreach (var (_, fact) in all)
            context.Into.Appointments.Add(fact);
    }

    private static AppointmentFact First(ContactHistory history, Key key, Event happened, FoldContext context)
    {
        var episode = happened.Channel == Channel.Other ? history.EpisodeAt(happened.OccurredAt, Channel.Other) : null;
        return new AppointmentFact
        {
            Appointment = key,
            Contact = history.Contact,
            StartsAt = happened.OccurredAt,
            Day = context.Day(happened.OccurredAt),
            State = AppointmentState.Booked,
            FlowId = happened.FlowId,
            Channel = episode?.Channel ?? happened.Channel,
        };
    }

    private static AppointmentFact Take(AppointmentFact known, Event happened, AppointmentPayload? payload, FoldContext context)
    {
        var starts = payload?.StartsAt ?? known.StartsAt;
        return known with
        {
            BookedAt = known.BookedAt ?? (happened.Kind == EventKind.AppointmentBooked ? happened.OccurredAt : null),
            StartsAt = starts,
            Day = context.Day(starts),
            FlowId = known.FlowId ?? happened.FlowId,
            State = happened.Kind switch
            {
                EventKind.AppointmentAttended => AppointmentState.Attended,
                EventKind.AppointmentMissed => AppointmentState.Missed,
                _ => known.State,
            },
        };
    }
}
