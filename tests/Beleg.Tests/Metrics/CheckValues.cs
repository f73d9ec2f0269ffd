using Beleg.Model;
using Beleg.Sources;
using Beleg.Statistics.Forecasts;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>Check queries of what customers are worth and of what automation carries, customer by customer.</summary>
internal static class CheckValues
{
    /// <summary>Order value × orders a customer and year × years a customer stays, each counted one by one.</summary>
    public static Checked Lifetime(CheckFacts facts)
    {
        var orders = Before(facts);
        var (to, customers) = (facts.Period.To, orders.Select(o => o.Contact).Distinct().Count());
        var late = orders.Where(o => o.Day.PlusDays(365) >= to).ToArray();
        var then = orders.Where(o => o.Day.PlusDays(365) < to && o.Day.PlusDays(730) >= to).Select(o => o.Contact).ToHashSet();
        var here = late.Select(o => o.Contact).ToHashSet();
        var gone = then.Count(c => !here.Contains(c));
        if (late.Length == 0 || gone == 0)
            return new(null, null, customers);
        var value = orders.Sum(o => o.NetMinor) / 100m / orders.Length;
        return new(decimal.Round(value * late.Length / here.Count * then.Count / gone, 2), null, customers);
    }

    /// <summary>Lifetime value over what a new customer cost.</summary>
    public static Checked OverCost(CheckFacts facts)
    {
        var (worth, cost) = (Lifetime(facts), CheckQueries.All["cpa"](facts));
        return new(worth.Value is { } value && cost.Value > 0 ? decimal.Round(value / cost.Value.Value, 12) : null, worth.Value, cost.Value);
    }

    /// <summary>Each customer with chat against the mean of those without who began in the same month with a first order of the same doubling.</summary>
    public static Checked Uplift(CheckFacts facts)
    {
        var customers = Before(facts).GroupBy(o => o.Contact).Select(c =>
        {
            var first = c.OrderBy(o => o.PlacedAt).ThenBy(o => o.Order).First();
            var written = facts.Batch.Contacts.SingleOrDefault(p => p.Contact == c.Key)?.FirstMessagedDay;
            var size = 0;
            for (var minor = first.NetMinor; minor > 1; minor /= 2)
                size++;
            return (Like: (first.Day.Year, first.Day.Month, size), Chat: written <= first.Day, Spent: c.Sum(o => o.NetMinor) / 100m);
        }).ToArray();
        var (more, matched) = (0m, 0);
        foreach (var customer in customers.Where(c => c.Chat))
        {
            var like = customers.Where(c => !c.Chat && c.Like == customer.Like).ToArray();
            if (like.Length == 0)
                continue;
            more += customer.Spent - like.Average(c => c.Spent);
            matched++;
        }

        return new(matched == 0 ? null : decimal.Round(more / matched, 8), null, matched);
    }

    /// <summary>What automation solved and the chat led to, of all that came in.</summary>
    public static Checked Coverage(CheckFacts facts)
    {
        var (heard, orders) = (facts.Conversations().Where(c => c.Inbound > 0).ToArray(), facts.Orders().ToArray());
        var top = heard.Count(c => c.Automated && CheckQueries.Verified(c)) + orders.Count(o => o.Influenced);
        var bottom = heard.Length + orders.Length;
        return new(bottom == 0 ? null : decimal.Round((decimal)top / bottom, 12), top, bottom);
    }

    /// <summary>Contacts none of whose marketing messages lacked a consent at its moment.</summary>
    public static Checked Consent(CheckFacts facts)
    {
        if (facts.Batch.Consents.Count == 0)
            return new(null, 0, 0);
        var contacts = facts.In(facts.Batch.Messages, m => m.Day)
            .Where(m => m.Direction == Direction.Outbound && (m.Category == MessageCategory.Marketing || m.Kind == MessageKind.Campaign)).GroupBy(m => m.Contact).ToArray();
        var covered = contacts.Count(c => c.All(m => facts.Batch.Consents.Any(k =>
            k.Contact == m.Contact && k.Purpose == "marketing" && (k.Channel == m.Channel || k.Channel == Channel.Other) && k.GivenAt <= m.At
            && (k.WithdrawnAt ?? Instant.MaxValue) > m.At && (k.ValidUntil ?? Instant.MaxValue) > m.At)));
        return new(contacts.Length == 0 ? null : decimal.Round((decimal)covered / contacts.Length, 12), covered, contacts.Length);
    }

    /// <summary>Resolutions a week old or older after which nothing was heard for a week.</summary>
    public static Checked Durable(CheckFacts facts)
    {
        var old = facts.Conversations().Where(c => c.ResolvedAt is { } at && at <= facts.CutOff - Duration.FromDays(7)).ToArray();
        var quiet = old.Count(c => c.ReturnAfterMs is null or > 7L * 24 * 3_600_000);
        return new(old.Length == 0 ? null : decimal.Round((decimal)quiet / old.Length, 12), quiet, old.Length);
    }

    /// <summary>The net value of each whole month since the first with data, and the sum of what its forecast expects of twelve more.</summary>
    public static Checked Forecast(CheckFacts facts)
    {
        var first = facts.Batch.Conversations.Select(c => c.Day).Concat(facts.Batch.Credits.Where(c => c.IsChat).Select(c => c.Day)).DefaultIfEmpty(facts.Period.To).Min();
        var end = LocalDate.Min(facts.Period.To, facts.CutOff.InUtc().Date.PlusDays(1)).ToYearMonth();
        var months = new List<double>();
        for (var month = first.Day == 1 ? first.ToYearMonth() : first.ToYearMonth().PlusMonths(1); month < end; month = month.PlusMonths(1))
        {
            var of = new CheckFacts(facts.Batch, Period.Month(month), facts.CutOff);
            months.Add((double)((of.Generated() - of.Programme()) / 100));
        }

        double[] begun = [.. months.SkipWhile(m => m == 0)];
        var among = begun.Length < 12 ? ChosenForecast.LevelMethods : ChosenForecast.Methods;
        return begun.Length < 6 ? new(null, null, null) : new((decimal)ChosenForecast.Of(begun, begun.Length < 12 ? 1 : 12, 12, among)!.Forecast.Points.Sum(p => p.Mean), null, null);
    }

    private static OrderFact[] Before(CheckFacts facts) =>
        [.. facts.Batch.Orders.Where(o => o.State == OrderState.Counted && o.NetMinor > 0 && o.Day < facts.Period.To)];
}
