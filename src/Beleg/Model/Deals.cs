using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Deals of a CRM: the latest word on each.</summary>
internal static class Deals
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.Deals.Count == 0)
            return;
        var latest = new Dictionary<(string, string), Event>();
        foreach (var happened in history.Deals)
        {
            if (happened.Payload is not DealPayload payload)
                continue;
            var name = (happened.Source, payload.DealId);
            if (!latest.TryGetValue(name, out var known) || UpdatedAt(happened) >= UpdatedAt(known))
                latest[name] = happened;
        }

        foreach (var happened in latest.Values)
            Write(history, happened, (DealPayload)happened.Payload!, context);
    }

    private static Instant UpdatedAt(Event happened) => happened.UpdatedAt ?? happened.OccurredAt;

    private static void Write(ContactHistory history, Event happened, DealPayload payload, FoldContext context)
    {
        var at = payload.ClosedAt ?? UpdatedAt(happened);
        var day = context.Day(UpdatedAt(happened));
        context.Into.Deals.Add(new DealFact
        {
            Deal = context.Settings.Hash.Of("deal", happened.Source, payload.DealId),
            Contact = history.Contact,
            UpdatedAt = UpdatedAt(happened),
            Day = day,
            Stage = payload.Stage,
            AmountMinor = context.InCurrency(payload.AmountMinor, payload.Currency, day),
            ClosedAt = payload.ClosedAt,
            Influenced = history.Touches.Exists(t => t.Fact.IsChat && t.FirstAt <= at),
        });
    }
}
