using NodaTime;

namespace Beleg.Statistics.CustomerValue;

/// <summary>From orders to what the purchase models know of each customer.</summary>
public static class PurchaseHistories
{
    /// <summary>Counts the purchases of each customer up to a day, that day included.</summary>
    /// <param name="orders">Customer, day and value of each order, in any order. Orders after <paramref name="end"/> are left out.</param>
    /// <param name="end">The last day that is looked at.</param>
    /// <param name="daysPerUnit">Days in the models' unit of time; 7 for weeks.</param>
    /// <returns>
    /// By customer. The value is the mean of what each purchase day after the first brought, since a first order tells of the offer that
    /// won the customer; 0 without repeats.
    /// </returns>
    public static IReadOnlyDictionary<TCustomer, (Purchases Purchases, double MeanValue)> Of<TCustomer>(
        IEnumerable<(TCustomer Customer, LocalDate Day, double Value)> orders, LocalDate end, double daysPerUnit = Purchases.DaysPerWeek)
        where TCustomer : notnull
    {
        var result = new Dictionary<TCustomer, (Purchases, double)>();
        foreach (var customer in orders.Where(o => o.Day <= end).GroupBy(o => o.Customer))
        {
            var days = customer.GroupBy(o => o.Day).Select(d => (Day: d.Key, Value: d.Sum(o => o.Value))).OrderBy(d => d.Day).ToList();
            var repeats = days.Count - 1;
            var last = Days(days[0].Day, days[^1].Day) / daysPerUnit;
            var mean = repeats == 0 ? 0 : days.Skip(1).Sum(d => d.Value) / repeats;
            result.Add(customer.Key, (new Purchases(repeats, last, Days(days[0].Day, end) / daysPerUnit), mean));
        }

        return result;
    }

    private static double Days(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to);
}
