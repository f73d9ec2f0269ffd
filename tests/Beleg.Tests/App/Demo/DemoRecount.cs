using Beleg.App.Demo;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.App.Demo;

/// <summary>Counts outcomes of the stories from what was delivered: it shares nothing with fold, facts and metrics but the events.</summary>
internal static class DemoRecount
{
    private static readonly Lazy<List<Event>> florist = new(() => [.. DemoEvents.Of(FloristStory.Story).Events]);
    private static readonly Lazy<(List<Event> Told, Instant Last)> tasklane = new(() =>
    {
        var all = DemoEvents.Of(SaasStory.Story).Events;
        return ([.. all.Where(told => told.Kind is not (EventKind.SessionStarted or EventKind.Conversion))], all.Max(told => told.OccurredAt));
    });

    /// <summary>Carts of the florist that were left for an hour and ordered after somebody heard from the flow or clicked, by month of 2026.</summary>
    public static (int Carts, int AtOnce, int Recovered) Carts(int month)
    {
        var told = florist.Value;
        var known = told.Where(e => e.Kind == EventKind.LeadCaptured).SelectMany(e => e.Identifiers.Where(i => i.Type == IdentifierType.Email).Select(email => (email.Key, Chat: e.Identifiers.First(i => i.Type == IdentifierType.ScopedId).Key))).ToLookup(pair => pair.Key, pair => pair.Chat);
        var heard = told.Where(e => e.Kind is EventKind.MessageSent or EventKind.LinkClicked && e.Channel == Channel.Instagram).SelectMany(e => e.Identifiers.Select(i => (i.Key, e.OccurredAt))).ToLookup(pair => pair.Key, pair => pair.OccurredAt);
        var orders = told.Where(e => e.Kind is EventKind.OrderCompleted or EventKind.OrderCancelled && e.Payload is OrderPayload { CartId: not null }).ToDictionary(e => ((OrderPayload)e.Payload!).CartId!, e => e.OccurredAt);
        var (carts, atOnce, recovered) = (0, 0, 0);
        foreach (var begun in told.Where(e => e.Kind == EventKind.CheckoutStarted && IsIn(e.OccurredAt, FloristStory.Zone, month)))
        {
            carts++;
            if (!orders.TryGetValue(((OrderPayload)begun.Payload!).CartId!, out var ordered))
                continue;
            var left = begun.OccurredAt + Duration.FromHours(1);
            atOnce += ordered <= left ? 1 : 0;
            recovered += ordered > left && begun.Identifiers.SelectMany(i => known[i.Key]).SelectMany(chat => heard[chat]).Any(at => at > left && at <= ordered) ? 1 : 0;
        }

        return (carts, atOnce, recovered);
    }

    /// <summary>Conversations in which a subscriber wanted to leave, by month of 2026: how many cancelled within 30 days, and how many had not when 30 days were over.</summary>
    public static (int Left, int Kept) Cancellations(int month)
    {
        var left = tasklane.Value.Told.Where(e => e.Kind == EventKind.SubscriptionCancelled).ToDictionary(Visitor, e => e.OccurredAt);
        var asked = tasklane.Value.Told.Where(e => e.Payload is MessagePayload { Intent: "cancel_subscription" } && IsIn(e.OccurredAt, SaasStory.Zone, month)).ToList();
        bool Leaves(Event e) => left.TryGetValue(Visitor(e), out var at) && at - e.OccurredAt <= Duration.FromDays(30);
        return (asked.Count(Leaves), asked.Count(e => !Leaves(e) && e.OccurredAt <= tasklane.Value.Last - Duration.FromDays(30)));
    }

    /// <summary>Deals that are neither won nor lost and whose visitor chatted before, by month of 2026 of their last change: how many, and cents.</summary>
    public static (int Deals, long Cents) OpenDeals(int month)
    {
        var chatted = tasklane.Value.Told.Where(e => e.Kind is EventKind.MessageReceived or EventKind.MessageSent).GroupBy(Visitor).ToDictionary(of => of.Key, of => of.Min(e => e.OccurredAt));
        var open = tasklane.Value.Told.Where(e => e.Kind == EventKind.DealUpdated).GroupBy(e => ((DealPayload)e.Payload!).DealId).Select(deal => deal.MaxBy(e => e.OccurredAt)!)
            .Where(e => ((DealPayload)e.Payload!).Stage is not ("won" or "lost") && IsIn(e.OccurredAt, SaasStory.Zone, month) && chatted.TryGetValue(Visitor(e), out var at) && at <= e.OccurredAt).ToList();
        return (open.Count, open.Sum(e => ((DealPayload)e.Payload!).AmountMinor ?? 0));
    }

    /// <summary>Leads captured in a month of 2026 that sales called qualified.</summary>
    public static int Qualified(int month)
    {
        var qualified = tasklane.Value.Told.Where(e => e.Payload is LeadPayload { Status: LeadStatus.Qualified } && e.Kind == EventKind.LeadStatusChanged).Select(Visitor).ToHashSet();
        return tasklane.Value.Told.Count(e => e.Kind == EventKind.LeadCaptured && IsIn(e.OccurredAt, SaasStory.Zone, month) && qualified.Contains(Visitor(e)));
    }

    private static Key Visitor(Event told) => told.Identifiers[0].Key;

    private static bool IsIn(Instant at, DateTimeZone zone, int month) => at.InZone(zone).Date is { Year: 2026 } day && day.Month == month;
}
