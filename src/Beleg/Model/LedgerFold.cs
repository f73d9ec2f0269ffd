using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Track;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// Folds what belongs to no contact: costs, assumptions, rate cards, shop totals, exchange rates. Of two words on one line the later
/// by its source's own clock stays; an assumption keeps every version.
/// </summary>
internal static class LedgerFold
{
    /// <summary>The exchange rates among the events: what <see cref="FoldSettings.Rates"/> is made of before anything else is folded.</summary>
    public static RateTable Rates(IReadOnlyList<Event> happened)
    {
        var rates = new List<Rate>();
        foreach (var set in InOrder(happened, EventKind.ExchangeRateSet))
        {
            if (set.Payload is RatePayload { Rate: > 0, Day: { } day } payload && Currency.TryFind(payload.From, out var from) && Currency.TryFind(payload.To, out var to))
                rates.Add(new Rate(day, from, to, payload.Rate.Value));
        }

        return rates.Count == 0 ? RateTable.Empty : new RateTable(Currency.Eur, rates);
    }

    /// <summary>Adds the facts of the ledger.</summary>
    public static void Fold(IReadOnlyList<Event> happened, FoldSettings settings, FactBatch into)
    {
        var context = new FoldContext(settings) { Into = into };
        FoldCosts(happened, context);
        FoldAssumptions(happened, context);
        FoldMessageRates(happened, context);
        FoldShopTotals(happened, context);
        FoldConflicts(happened, context);
    }

    private static void FoldConflicts(IReadOnlyList<Event> happened, FoldContext context)
    {
        var order = new EventOrder();
        order.Sort(happened, []);
        foreach (var (kept, versions, byUpdateTime) in order.Conflicts.OrderBy(conflict => conflict.Kept.Id))
        {
            context.Into.LedgerConflicts.Add(new LedgerConflictFact
            {
                Event = kept.Id,
                Kind = kept.Kind,
                Source = kept.Source,
                At = kept.OccurredAt,
                Versions = versions,
                ByUpdateTime = byUpdateTime,
            });
        }
    }

    private static void FoldCosts(IReadOnlyList<Event> happened, FoldContext context)
    {
        foreach (var recorded in Latest(happened, EventKind.CostRecorded, e => (e.Payload as CostPayload)?.CostId))
        {
            var payload = (CostPayload)recorded.Payload!;
            var from = payload.From ?? context.Day(recorded.OccurredAt);
            context.Into.Costs.Add(new CostFact
            {
                Cost = context.Settings.Hash.Of("cost", payload.CostId),
                CostId = payload.CostId,
                Kind = payload.Cost,
                Recurrence = payload.Recurrence,
                FromDay = from,
                ToDay = payload.To,
                Currency = payload.Currency,
                AmountOriginalMinor = payload.AmountMinor,
                AmountMinor = context.InCurrency(payload.AmountMinor, payload.Currency, from),
                Channel = payload.CostChannel,
                FlowId = payload.CostFlow,
                CampaignId = payload.CostCampaign,
                Human = payload.Human,
            });
        }
    }

    private static void FoldAssumptions(IReadOnlyList<Event> happened, FoldContext context)
    {
        var versions = InOrder(happened, EventKind.AssumptionSet)
            .Where(e => e.Payload is AssumptionPayload { Value: not null })
            .Select(e => (Event: e, Payload: (AssumptionPayload)e.Payload!))
            .Select(e => (e.Event, e.Payload, From: e.Payload.ValidFrom ?? context.Day(e.Event.OccurredAt)))
            .GroupBy(e => e.Payload.AssumptionId, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var assumption in versions)
        {
            var version = 0;
            foreach (var (set, payload, from) in assumption.OrderBy(e => e.From).ThenBy(e => e.Event.OccurredAt).ThenBy(e => e.Event.Id))
            {
                context.Into.Assumptions.Add(new AssumptionFact
                {
                    Assumption = set.Id,
                    AssumptionId = payload.AssumptionId,
                    Version = ++version,
                    ValidFrom = from,
                    Value = payload.Value!.Value,
                    Low = payload.Low ?? payload.Value.Value,
                    High = payload.High ?? payload.Value.Value,
                    Unit = payload.Unit,
                    Basis = payload.Basis,
                    Owner = payload.Owner,
                    Approver = payload.Approver,
                    SetAt = set.OccurredAt,
                });
            }
        }
    }

    private static void FoldMessageRates(IReadOnlyList<Event> happened, FoldContext context)
    {
        var lines = Latest(happened, EventKind.MessageRateSet, e => e.Payload is RatePayload { Rate: not null } p
            ? (ChannelOf(e, p), p.From, p.To, p.Day ?? context.Day(e.OccurredAt)) : ((Channel, string, string, LocalDate)?)null);
        foreach (var set in lines)
        {
            var payload = (RatePayload)set.Payload!;
            var channel = ChannelOf(set, payload);
            var from = payload.Day ?? context.Day(set.OccurredAt);
            var currency = payload.Currency ?? context.Settings.Currency.Code;
            context.Into.MessageRates.Add(new MessageRateFact
            {
                Rate = set.Id,
                Channel = channel,
                CountryCallingCode = payload.From,
                Category = Categories.Read(payload.To),
                ValidFrom = from,
                Price = payload.Rate!.Value,
                Currency = currency,
                PriceInCurrency = Price(payload.Rate.Value, currency, from, context.Settings),
            });
        }
    }

    /// <summary>Prices of messages have more decimals than money: they stay exact and are rounded where they are summed.</summary>
    private static decimal? Price(decimal price, string code, LocalDate day, FoldSettings settings) =>
        Currency.TryFind(code, out var currency) && settings.Rates.TryRate(currency, settings.Currency, day, out var rate, out _)
            ? (rate * Ratio.FromDecimal(price)).ToDecimal() : null;

    private static Channel ChannelOf(Event set, RatePayload payload) =>
        payload.RateChannel is { } label && Labels<Channel>.TryRead(label, out var channel) ? channel
        : set.Channel != Channel.Other ? set.Channel : Channel.WhatsApp;

    private static void FoldShopTotals(IReadOnlyList<Event> happened, FoldContext context)
    {
        var totals = Latest(happened, EventKind.ShopTotalReported, e => e.Payload is ShopTotalPayload { From: { } from, To: { } to } p ? (p.Shop, from, to) : ((string, LocalDate, LocalDate)?)null);
        foreach (var reported in totals)
        {
            var payload = (ShopTotalPayload)reported.Payload!;
            context.Into.ShopTotals.Add(new ShopTotalFact
            {
                Total = context.Settings.Hash.Of("shop_total", payload.Shop, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{payload.From:uuuuMMdd}{payload.To:uuuuMMdd}")),
                Shop = payload.Shop,
                FromDay = payload.From!.Value,
                ToDay = payload.To!.Value,
                AmountMinor = context.InCurrency(payload.AmountMinor, payload.Currency, payload.To.Value.PlusDays(-1)),
                Orders = payload.Orders,
            });
        }
    }

    /// <summary>The last word on each line, in the order of the lines' last events.</summary>
    private static IEnumerable<Event> Latest<TLine>(IReadOnlyList<Event> happened, EventKind kind, Func<Event, TLine?> line) =>
        InOrder(happened, kind).Where(e => line(e) is not null).GroupBy(e => line(e)!).Select(g => g.Last()).OrderBy(Clock).ThenBy(e => e.Id);

    private static IEnumerable<Event> InOrder(IReadOnlyList<Event> happened, EventKind kind)
    {
        var events = new List<Event>();
        new EventOrder().Sort(happened, events);
        return events.Where(e => e.Kind == kind && e.Trust != Trust.Browser).OrderBy(Clock).ThenBy(e => e.Id);
    }

    private static Instant Clock(Event happened) => happened.UpdatedAt ?? happened.OccurredAt;
}
