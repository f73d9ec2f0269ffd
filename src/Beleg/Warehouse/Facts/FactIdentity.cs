using Beleg.Primitives;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Warehouse.Facts;

/// <summary>
/// By what the rows of a contact's fact are told apart: their first column and the contact. Several rows may share both (the credits of an
/// order): they go and come together.
/// </summary>
internal sealed class FactIdentity<T>
    where T : class
{
    private readonly string delete;
    private readonly Func<T, Key> row;
    private readonly Func<T, Key> contact;
    private readonly Func<T, Instant>? at;

    internal FactIdentity(FactTable table)
    {
        var properties = typeof(T).GetProperties().OrderBy(property => property.MetadataToken).ToArray();
        row = properties[0].GetMethod!.CreateDelegate<Func<T, Key>>();
        contact = typeof(T).GetProperty("Contact")!.GetMethod!.CreateDelegate<Func<T, Key>>();
        var time = Array.Find(properties, property => SnakeCase.Of(property.Name) == table.TimeColumn)!;
        at = time.PropertyType == typeof(Instant) ? time.GetMethod!.CreateDelegate<Func<T, Instant>>() : null;
        // Rows lie in the order of time and what changes is nearly always new, so that bounds save reading all keys there ever were.
        delete = $"delete from {Sql.Name(table.Name)} where ({Sql.Name(table.Columns[0].Name)}, contact) in (select unnest(?::bigint[]), unnest(?::bigint[]))"
            + (at is null ? "" : $" and {Sql.Name(table.TimeColumn)} between ? and ?");
    }

    /// <summary>Finds the rows that go and those that come. Rows that did not change are in neither.</summary>
    internal void Differ(List<T> before, List<T> after, FactDifference scratch, List<T> gone, List<T> come)
    {
        var same = 0;
        while (same < before.Count && same < after.Count && before[same].Equals(after[same]))
            same++;
        if (same == before.Count && same == after.Count)
            return;
        if (before.Count == 0)
        {
            come.AddRange(after);
            return;
        }

        scratch.Changed.Clear();
        scratch.Known.Clear();
        for (var i = same; i < before.Count; i++)
        {
            if (!scratch.Known.TryAdd(Of(before[i]), before[i]))
                scratch.Changed.Add(Of(before[i]));
        }

        for (var i = same; i < after.Count; i++)
        {
            if (!scratch.Known.Remove(Of(after[i]), out var known) || !after[i].Equals(known))
                scratch.Changed.Add(Of(after[i]));
        }

        scratch.Changed.UnionWith(scratch.Known.Keys);
        Take(before, scratch, gone);
        Take(after, scratch, come);
    }

    /// <summary>Deletes rows; gives how many went.</summary>
    internal long Delete(DuckDbConnection connection, List<T> gone)
    {
        long[] keys = [.. gone.Select(fact => row(fact).Value)];
        long[] contacts = [.. gone.Select(fact => contact(fact).Value)];
        return connection.Execute(delete, at is null ? [keys, contacts] : [keys, contacts, gone.Min(at), gone.Max(at)]);
    }

    private void Take(List<T> rows, FactDifference scratch, List<T> into)
    {
        foreach (var fact in rows)
        {
            if (scratch.Changed.Contains(Of(fact)))
                into.Add(fact);
        }
    }

    private (Key, Key) Of(T fact) => (row(fact), contact(fact));
}
