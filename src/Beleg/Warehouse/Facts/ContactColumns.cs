using System.Reflection;
using Beleg.Model;
using NodaTime;

namespace Beleg.Warehouse.Facts;

/// <summary>
/// Which columns of contacts change. A contact's row changes with every event, most of its columns with none: whoever reads one of them
/// beside other facts grows old with that column alone. A day concerns its month; anything else concerns every month.
/// </summary>
internal static class ContactColumns
{
    /// <summary>The table of contacts.</summary>
    internal static string Table { get; } = FactTables.NameOf(typeof(ContactFact));

    private static readonly Column[] columns =
        [.. typeof(ContactFact).GetProperties().Where(property => property.Name != nameof(ContactFact.Contact)).Select(property => (Column)typeof(ContactColumns)
            .GetMethod(nameof(Of), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(property.PropertyType).Invoke(null, [property])!)];

    /// <summary>The name under which a column's changes are noted: <c>contact.identifiers</c>.</summary>
    internal static string NameOf(string column) => $"{Table}.{column}";

    /// <summary>Adds the columns in which rows that come differ from those of the same contacts that go.</summary>
    /// <remarks>A contact without a row before or after needs no note: its other facts come and go with it, and theirs are noted.</remarks>
    internal static void Collect(List<ContactFact> gone, List<ContactFact> come, HashSet<(string Table, int Month)> into)
    {
        if (gone.Count == 0 || come.Count == 0)
            return;
        var before = gone.ToDictionary(contact => contact.Contact);
        foreach (var after in come)
        {
            if (!before.TryGetValue(after.Contact, out var known))
                continue;
            foreach (var column in columns)
                column.Collect(known, after, into);
        }
    }

    private static ColumnOf<TValue> Of<TValue>(PropertyInfo property)
    {
        var value = property.GetMethod!.CreateDelegate<Func<ContactFact, TValue>>();
        return new(NameOf(SnakeCase.Of(property.Name)), value);
    }

    private abstract class Column
    {
        internal abstract void Collect(ContactFact before, ContactFact after, HashSet<(string Table, int Month)> into);
    }

    private sealed class ColumnOf<TValue>(string name, Func<ContactFact, TValue> value) : Column
    {
        private static readonly bool isDay = typeof(TValue) == typeof(LocalDate) || typeof(TValue) == typeof(LocalDate?);

        internal override void Collect(ContactFact before, ContactFact after, HashSet<(string Table, int Month)> into)
        {
            var (was, now) = (value(before), value(after));
            if (EqualityComparer<TValue>.Default.Equals(was, now))
                return;
            if (!isDay)
            {
                into.Add((name, MonthVersions.AnyMonth));
                return;
            }

            if (was is LocalDate old)
                into.Add((name, MonthVersions.MonthOf(old)));
            if (now is LocalDate day)
                into.Add((name, MonthVersions.MonthOf(day)));
        }
    }
}
