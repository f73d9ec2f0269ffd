using System.Runtime.InteropServices;

namespace Beleg.Statistics.CustomerValue;

/// <summary>
/// Customers with equal histories counted together, and the numbers of repeats listed once: a likelihood then costs what the histories
/// differ, not what the customers are, and a gamma function is taken once for each number of repeats.
/// </summary>
internal sealed class CountedPurchases
{
    private const int ManyHistories = 1000;

    private CountedPurchases(int[] repeats, double[] repeatCounts, int[] repeat, double[] last, double[] age, double[] counts)
    {
        Repeats = repeats;
        RepeatCounts = repeatCounts;
        Repeat = repeat;
        Last = last;
        Age = age;
        Counts = counts;
        Customers = counts.Sum();
        (Ages, AgePlaces) = Distinct(age);
        (Lasts, LastPlaces) = Distinct(last);
    }

    /// <summary>The numbers of repeats that occur, rising.</summary>
    public int[] Repeats { get; }

    /// <summary>How many customers have each.</summary>
    public double[] RepeatCounts { get; }

    /// <summary>Each history's place in <see cref="Repeats"/>.</summary>
    public int[] Repeat { get; }

    /// <summary>Each history's last purchase.</summary>
    public double[] Last { get; }

    /// <summary>Each history's age.</summary>
    public double[] Age { get; }

    /// <summary>The ages that occur: days, so far fewer than histories.</summary>
    public double[] Ages { get; }

    /// <summary>Each history's place in <see cref="Ages"/>.</summary>
    public int[] AgePlaces { get; }

    /// <summary>The last purchases that occur.</summary>
    public double[] Lasts { get; }

    /// <summary>Each history's place in <see cref="Lasts"/>.</summary>
    public int[] LastPlaces { get; }

    /// <summary>How many customers have each history.</summary>
    public double[] Counts { get; }

    /// <summary>All customers.</summary>
    public double Customers { get; }

    /// <summary>Whether anybody came back, and in any time: without that nothing is learned of rates.</summary>
    public bool HasRepeats => Repeats.Length > 0 && Repeats[^1] > 0 && Longest > 0;

    /// <summary>The longest age.</summary>
    public double Longest => Age.Length == 0 ? 0 : Age.Max();

    /// <summary>Repeats a customer in the longest age.</summary>
    public double Rate => Counts.Zip(Repeat, (count, place) => count * Repeats[place]).Sum() / Counts.Zip(Age, (count, age) => count * age).Sum() * Longest;

    /// <summary>Counts; the order of the customers leaves no trace.</summary>
    /// <exception cref="ArgumentException">A history cannot be: something below 0, a last purchase after its age, or one without repeats.</exception>
    public static CountedPurchases Of(IEnumerable<Purchases> customers) => Of(customers.Select(c => (c, 1)));

    /// <inheritdoc cref="Of(IEnumerable{Purchases})"/>
    public static CountedPurchases Of(IEnumerable<(Purchases Customer, int Count)> customers)
    {
        var counts = new Dictionary<Purchases, int>();
        foreach (var (customer, count) in customers)
        {
            if (!(customer is { Repeats: >= 0, Last: >= 0 } && customer.Last <= customer.Age + 1e-9 && double.IsFinite(customer.Age)) || (customer is { Repeats: 0, Last: not 0 }))
                throw new ArgumentException($"No history has {customer.Repeats} repeats, the last after {customer.Last:g}, within {customer.Age:g}.", nameof(customers));
            CollectionsMarshal.GetValueRefOrAddDefault(counts, customer, out _) += count;
        }

        var rows = counts.OrderBy(c => c.Key.Repeats).ThenBy(c => c.Key.Age).ThenBy(c => c.Key.Last).ToList();
        int[] repeats = [.. rows.Select(r => r.Key.Repeats).Distinct()];
        var repeatCounts = new double[repeats.Length];
        var repeat = new int[rows.Count];
        for (var (row, at) = (0, 0); row < rows.Count; row++)
        {
            at += rows[row].Key.Repeats == repeats[at] ? 0 : 1;
            repeat[row] = at;
            repeatCounts[at] += rows[row].Value;
        }

        return new CountedPurchases(
            repeats, repeatCounts, repeat, [.. rows.Select(r => r.Key.Last)], [.. rows.Select(r => r.Key.Age)], [.. rows.Select(r => (double)r.Value)]);
    }

    /// <summary>The starts of a search: the first alone where the sample is so large that its likelihood has one hill.</summary>
    public double[][] Starts(params double[][] starts) => Counts.Length > ManyHistories ? starts[..1] : starts;

    private static (double[] Values, int[] Places) Distinct(double[] times)
    {
        var places = new Dictionary<double, int>();
        var all = new int[times.Length];
        for (var i = 0; i < times.Length; i++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, times[i], out var known);
            if (!known)
                place = places.Count - 1;
            all[i] = place;
        }

        return ([.. places.Keys], all);
    }
}
