using System.Collections;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Warehouse;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>What happens to contacts while other facts of theirs stay as they are: a merge, an opt-out, a name that makes a person.</summary>
internal static class ContactChange
{
    /// <summary>Something of chance happens to two contacts; only the rows that differ go and come.</summary>
    public static void Happen(WorkspaceWarehouse warehouse, FactBatch facts, Random random, long bookmark)
    {
        var two = random.GetItems([.. facts.Contacts.Select(c => c.Contact).Where(c => c != Story.Person(0))], 2);
        if (two[0] == two[1])
            Apply(warehouse, facts, [two[0]], before => Changed(before, two[0], random), bookmark);
        else if (random.Next(3) == 0)
            Merge(warehouse, facts, two[0], two[1], bookmark);
        else
            Apply(warehouse, facts, two, before => Changed(before, two[0], random), bookmark);
    }

    /// <summary>A contact becomes another: its rows are the other's from now on, whose own rows stay.</summary>
    public static void Merge(WorkspaceWarehouse warehouse, FactBatch facts, Key into, Key from, long bookmark) =>
        Apply(warehouse, facts, [into, from], before => Merged(before, into, from), bookmark);

    /// <summary>Changes the row of a contact and nothing else.</summary>
    public static void Change(WorkspaceWarehouse warehouse, FactBatch facts, Key who, Func<ContactFact, ContactFact> change, long bookmark) =>
        Apply(warehouse, facts, [who], before => With(before, who, change), bookmark);

    private static void Apply(WorkspaceWarehouse warehouse, FactBatch facts, Key[] who, Func<FactBatch, FactBatch> change, long bookmark)
    {
        var before = new FactBatch();
        Each(facts, (list, index) =>
        {
            foreach (var row in list.Cast<object>().Where(row => who.Contains(ContactOf(row))).ToList())
                Lists(before)[index].Add(row);
        });
        var after = change(before);
        Each(facts, (list, index) =>
        {
            foreach (var row in Lists(before)[index])
                list.Remove(row);
        });
        facts.Add(after);
        var difference = new FactDifference();
        difference.Add(before, after);
        warehouse.Change(difference.Gone, difference.Come, bookmark);
    }

    private static FactBatch Changed(FactBatch before, Key who, Random random) => With(before, who, contact => random.Next(5) switch
    {
        0 => contact with { Identifiers = contact.Identifiers + 1 },
        1 => contact with { IsPerson = !contact.IsPerson },
        2 => contact with { OptedOutDay = null },
        3 => contact with { OptedOutDay = new LocalDate(2026, random.Next(6, 10), random.Next(1, 28)) },
        _ => contact with { Orders = contact.Orders + 1, NetMinor = contact.NetMinor + 100 },
    });

    private static FactBatch With(FactBatch before, Key who, Func<ContactFact, ContactFact> change)
    {
        var after = new FactBatch();
        after.Add(before);
        var place = after.Contacts.FindIndex(c => c.Contact == who);
        after.Contacts[place] = change(after.Contacts[place]);
        return after;
    }

    private static FactBatch Merged(FactBatch before, Key into, Key from)
    {
        var after = new FactBatch();
        Each(before, (list, index) =>
        {
            foreach (var row in list)
                Lists(after)[index].Add(ContactOf(row) == from ? Moved(row, into) : row);
        });
        var gone = before.Contacts.Single(c => c.Contact == from);
        after.Contacts.Clear();
        after.Contacts.Add(before.Contacts.Single(c => c.Contact == into) is var stays ? stays with { Identifiers = stays.Identifiers + gone.Identifiers } : gone);
        return after;
    }

    private static object Moved(object row, Key into)
    {
        var moved = row.GetType().GetMethod("<Clone>$")!.Invoke(row, null)!;
        row.GetType().GetProperty("Contact")!.SetValue(moved, into);
        return moved;
    }

    private static Key ContactOf(object row) => (Key)row.GetType().GetProperty("Contact")!.GetValue(row)!;

    private static void Each(FactBatch batch, Action<IList, int> list)
    {
        foreach (var (rows, index) in Lists(batch).Select((rows, index) => (rows, index)).Where(l => l.rows.GetType().GenericTypeArguments[0].GetProperty("Contact") is not null))
            list(rows, index);
    }

    private static IList[] Lists(FactBatch batch) => [.. typeof(FactBatch).GetProperties().Select(property => (IList)property.GetValue(batch)!)];
}
