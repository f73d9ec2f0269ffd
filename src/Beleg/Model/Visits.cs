using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Web visits and conversions, each with or without chat.</summary>
internal static class Visits
{
    /// <summary>Chat and conversion belong to a visit for this long after its start.</summary>
    public static readonly Duration Window = Duration.FromHours(24);

    public static void Fold(ContactHistory history, FoldContext context)
    {
        var seen = history.Visits.Count > 0 ? new HashSet<Key>() : null;
        for (var i = 0; i < history.Visits.Count; i++)
        {
            // One visit that two events report is one; the earliest stands.
            if (seen!.Add(KeyOf(history.Visits[i])))
                WriteVisit(history, i, context);
        }

        foreach (var happened in history.Conversions)
            WriteConversion(history, happened, context);
    }

    public static Key KeyOf(Event visit) => visit.Payload is SessionPayload { Session.IsNone: false } session ? session.Session : visit.Id;

    private static void WriteVisit(ContactHistory history, int at, FoldContext context)
    {
        var happened = history.Visits[at];
        var payload = happened.Payload as SessionPayload;
        var key = KeyOf(happened);
        context.Into.Visits.Add(new VisitFact
        {
            Visit = key,
            Contact = history.Contact,
            At = happened.OccurredAt,
            Day = context.Day(happened.OccurredAt),
            TrafficChannel = payload?.TrafficChannel ?? TrafficChannel.Direct,
            LandingPath = payload?.LandingPath,
            UtmSource = happened.Utm?.Source,
            UtmCampaign = happened.Utm?.Campaign,
            WithChat = HasChat(history, happened.OccurredAt, happened.OccurredAt + Window),
            Converted = Converts(history, at, key),
        });
    }

    private static bool Converts(ContactHistory history, int at, Key key)
    {
        var start = history.Visits[at].OccurredAt;
        var end = start + Window;
        for (var i = at + 1; i < history.Visits.Count; i++)
        {
            if (KeyOf(history.Visits[i]) == key)
                continue;
            end = Instant.Min(end, history.Visits[i].OccurredAt);
            break;
        }

        foreach (var conversion in history.Conversions)
        {
            if (conversion.Payload is ConversionPayload { Session.IsNone: false } payload ? payload.Session == key : IsIn(conversion.OccurredAt, start, end))
                return true;
        }

        foreach (var order in history.Orders)
        {
            if (order.State == OrderState.Counted && IsIn(order.Payload.PlacedAt, start, end))
                return true;
        }

        return false;
    }

    private static void WriteConversion(ContactHistory history, Event happened, FoldContext context)
    {
        if (happened.Payload is not ConversionPayload payload)
            return;
        var visit = VisitOf(history, happened, payload);
        var day = context.Day(happened.OccurredAt);
        context.Into.Conversions.Add(new ConversionFact
        {
            Conversion = happened.Id,
            Contact = history.Contact,
            Visit = visit is null ? payload.Session : KeyOf(visit),
            At = happened.OccurredAt,
            Day = day,
            Type = payload.Type,
            AmountMinor = context.InCurrency(payload.AmountMinor, payload.Currency ?? context.Settings.Currency.Code, day),
            WithChat = visit is null
                ? HasChat(history, happened.OccurredAt - Window, happened.OccurredAt)
                : HasChat(history, visit.OccurredAt, visit.OccurredAt + Window),
        });
    }

    private static Event? VisitOf(ContactHistory history, Event happened, ConversionPayload payload)
    {
        for (var i = history.Visits.Count - 1; i >= 0; i--)
        {
            var visit = history.Visits[i];
            if (payload.Session.IsNone ? IsIn(happened.OccurredAt, visit.OccurredAt, visit.OccurredAt + Window) : KeyOf(visit) == payload.Session)
                return visit;
        }

        return null;
    }

    private static bool HasChat(ContactHistory history, Instant from, Instant to)
    {
        foreach (var episode in history.Episodes)
        {
            if (episode.IsAutomated && episode.StartedAt >= from && episode.StartedAt <= to)
                return true;
        }

        return false;
    }

    private static bool IsIn(Instant at, Instant from, Instant to) => at >= from && at < to;
}
