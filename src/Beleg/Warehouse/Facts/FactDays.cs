using System.Reflection;
using Beleg.Model;
using NodaTime;

namespace Beleg.Warehouse.Facts;

/// <summary>The days that the rows of a batch speak of, by table: every day column of every record but the contact, whose columns change each for itself (<see cref="ContactColumns"/>).</summary>
internal static class FactDays
{
    private static readonly (string Table, Func<FactBatch, IEnumerable<LocalDate?>> Days)[] Tables =
        [.. typeof(FactBatch).GetProperties().Where(list => list.PropertyType != typeof(List<ContactFact>)).SelectMany(list => (IEnumerable<(string, Func<FactBatch, IEnumerable<LocalDate?>>)>)typeof(FactDays)
            .GetMethod(nameof(Of), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(list.PropertyType.GenericTypeArguments).Invoke(null, [list])!)];

    /// <summary>Adds the months of a batch's rows.</summary>
    internal static void Collect(FactBatch batch, HashSet<(string Table, int Month)> into)
    {
        foreach (var (table, days) in Tables)
        {
            foreach (var day in days(batch))
            {
                if (day is { } known)
                    into.Add((table, MonthVersions.MonthOf(known)));
            }
        }
    }

    private static IEnumerable<(string, Func<FactBatch, IEnumerable<LocalDate?>>)> Of<T>(PropertyInfo list)
    {
        var rows = list.GetMethod!.CreateDelegate<Func<FactBatch, List<T>>>();
        foreach (var property in typeof(T).GetProperties())
        {
            if (property.PropertyType == typeof(LocalDate))
            {
                var day = property.GetMethod!.CreateDelegate<Func<T, LocalDate>>();
                yield return (FactTables.NameOf(typeof(T)), batch => rows(batch).Select(row => (LocalDate?)day(row)));
            }
            else if (property.PropertyType == typeof(LocalDate?))
            {
                var day = property.GetMethod!.CreateDelegate<Func<T, LocalDate?>>();
                yield return (FactTables.NameOf(typeof(T)), batch => rows(batch).Select(day));
            }
        }
    }
}
