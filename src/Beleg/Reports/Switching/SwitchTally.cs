using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Reports.Switching;

/// <summary>Adds up both sides of a switch, order by order. One instance per thread; those of all threads are added together.</summary>
public sealed class SwitchTally
{
    private const int MostMovers = 10;

    private readonly Period period;
    private readonly SwitchSums before;
    private readonly SwitchSums after;
    private readonly List<Mover> movers = [];
    private long orders;
    private long changed;
    private long regraded;

    /// <summary>A tally of a period.</summary>
    /// <param name="period">Days by which money is booked.</param>
    /// <param name="current">The model of now.</param>
    /// <param name="proposed">The model of then.</param>
    /// <exception cref="UserErrorException">There is no such model.</exception>
    public SwitchTally(Period period, string current, string proposed)
    {
        this.period = period;
        (before, after) = (new SwitchSums(period, Place(current)), new SwitchSums(period, Place(proposed)));
    }

    /// <summary>Adds orders with their credits on both sides: the same orders in the same order.</summary>
    public void Take(FactBatch now, FactBatch then)
    {
        var (a, b) = (0, 0);
        for (var i = 0; i < now.Orders.Count; i++)
        {
            var (old, own) = (now.Orders[i], then.Orders[i]);
            if (old.Order != own.Order)
                throw new InvalidOperationException("Both sides of a switch fold the same orders.");
            var (less, isIn) = before.Take(old, now.Credits, ref a);
            var (more, _) = after.Take(own, then.Credits, ref b);
            if (isIn)
                Compare(old, own, less, more);
        }
    }

    /// <summary>Adds what another thread found.</summary>
    public void Add(SwitchTally other)
    {
        before.Add(other.before);
        after.Add(other.after);
        (orders, changed, regraded) = (orders + other.orders, changed + other.changed, regraded + other.regraded);
        movers.AddRange(other.movers);
        Trim();
    }

    /// <summary>What it comes to.</summary>
    public SwitchReport Report(SwitchSide current, SwitchSide proposed, Currency currency)
    {
        decimal Major(long minor) => new Money(minor, currency).ToMajor();
        SwitchLine Line(string name, Func<SwitchSums, long> of) => new(name, Major(of(before)), Major(of(after)));
        Trim();
        return new SwitchReport
        {
            From = period.From,
            To = period.To,
            Currency = currency.Code,
            Current = current,
            Proposed = proposed,
            Totals =
            [
                Line("attributed", s => s.Attributed), Line("conservative", s => s.Conservative), Line("other_touches", s => s.OtherTouches),
                Line("unattributed", s => s.Unattributed), Line("total", s => s.Total), Line("influenced", s => s.Influenced),
            ],
            Channels = Lines(before.Channels.ToDictionary(c => ReportLanguage.Label(c.Key), c => c.Value), after.Channels.ToDictionary(c => ReportLanguage.Label(c.Key), c => c.Value), Major),
            Flows = Lines(before.Flows, after.Flows, Major),
            Grades = [.. before.Grades.Keys.Union(after.Grades.Keys).Order().Select(grade =>
            {
                var (old, own) = (before.Grades.GetValueOrDefault(grade), after.Grades.GetValueOrDefault(grade));
                return new SwitchGrade(grade, old.Orders, own.Orders, Major(old.Minor), Major(own.Minor));
            })],
            Orders = orders,
            Changed = changed,
            Regraded = regraded,
            Movers = [.. movers.Select(m => new SwitchOrder(
                m.Before.Shop, m.Before.OrderId, Major(m.Less), Major(m.More), m.Before.Touches, m.After.Touches, m.Before.Evidence, m.After.Evidence))],
        };
    }

    private static IReadOnlyList<SwitchLine> Lines(Dictionary<string, long> old, Dictionary<string, long> own, Func<long, decimal> major) =>
        [.. old.Keys.Union(own.Keys, StringComparer.Ordinal)
            .Select(name => new SwitchLine(name.Length == 0 ? null : name, major(old.GetValueOrDefault(name)), major(own.GetValueOrDefault(name))))
            .OrderByDescending(line => Math.Abs(line.Change)).ThenByDescending(line => line.After).ThenBy(line => line.Name, StringComparer.Ordinal)];

    private static int Place(string model) => CreditColumns.PlaceOf(model) is >= 0 and var place ? place : throw new UserErrorException($"model: there is no model '{model}'.");

    private void Compare(OrderFact old, OrderFact own, long less, long more)
    {
        orders++;
        if (old.Evidence != own.Evidence)
            regraded++;
        if (less == more && old.Evidence == own.Evidence && old.Influenced == own.Influenced)
            return;
        changed++;
        movers.Add(new Mover(old, own, less, more));
        if (movers.Count > 50 * MostMovers)
            Trim();
    }

    // Ties by the order's key, so that the number of threads leaves no trace.
    private void Trim()
    {
        movers.Sort((a, b) => Math.Abs(b.More - b.Less).CompareTo(Math.Abs(a.More - a.Less)) is not 0 and var bySize ? bySize : a.Before.Order.CompareTo(b.Before.Order));
        if (movers.Count > MostMovers)
            movers.RemoveRange(MostMovers, movers.Count - MostMovers);
    }

    private sealed record Mover(OrderFact Before, OrderFact After, long Less, long More);
}
