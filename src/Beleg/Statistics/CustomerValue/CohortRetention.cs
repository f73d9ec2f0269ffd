using NodaTime;

namespace Beleg.Statistics.CustomerValue;

/// <summary>Who bought again, month by month, of those who first bought in one month.</summary>
/// <param name="Month">The month of the first purchase.</param>
/// <param name="Active">
/// Customers of the cohort who bought in its first month, the month after and so on; the first is the size of the cohort. It ends with the
/// last month looked at.
/// </param>
public sealed record CohortRetention(YearMonth Month, IReadOnlyList<int> Active)
{
    /// <summary>How many customers first bought in the month.</summary>
    public int Size => Active[0];

    /// <summary>The share that bought so many months later; null where that month is not over or not looked at.</summary>
    public ConfidenceInterval? Share(int monthsLater) => monthsLater < Active.Count ? ConfidenceInterval.Wilson(Active[monthsLater], Size) : null;

    /// <summary>The table of all cohorts up to a month, from the first.</summary>
    /// <param name="orders">Customer and day of each order.</param>
    /// <param name="last">The last month that is looked at: one that is over, else its figures are too low.</param>
    public static IReadOnlyList<CohortRetention> Of<TCustomer>(IEnumerable<(TCustomer Customer, LocalDate Day)> orders, YearMonth last)
        where TCustomer : notnull
    {
        var months = orders.Select(o => (o.Customer, Month: Number(o.Day.ToYearMonth()))).Where(o => o.Month <= Number(last)).Distinct()
            .GroupBy(o => o.Customer).Select(c => c.Select(o => o.Month).ToList()).ToList();
        var cohorts = new SortedDictionary<int, int[]>();
        foreach (var customer in months)
        {
            var first = customer.Min();
            if (!cohorts.TryGetValue(first, out var active))
                cohorts.Add(first, active = new int[Number(last) - first + 1]);
            foreach (var month in customer)
                active[month - first]++;
        }

        return [.. cohorts.Select(c => new CohortRetention(new YearMonth((c.Key - 1) / 12, (c.Key - 1) % 12 + 1), c.Value))];
    }

    private static int Number(YearMonth month) => month.Year * 12 + month.Month;
}
