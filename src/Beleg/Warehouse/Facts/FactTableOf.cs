using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Beleg.Model;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>The table of one record.</summary>
internal sealed class FactTable<T> : FactTable
    where T : class
{
    private readonly Func<FactBatch, List<T>> rows;
    private readonly FactColumn<T>[] columns;
    private readonly FactIdentity<T>? identity;

    private FactTable(string name, FactColumn<T>[] columns, Func<FactBatch, List<T>> rows)
        : base(name, Array.ConvertAll(columns, column => new FactTableColumn(column.Name, column.Type, column.Required)))
    {
        (this.columns, this.rows) = (columns, rows);
        identity = HasContact ? new FactIdentity<T>(this) : null;
    }

    /// <summary>The table of the record that a list of <see cref="FactBatch"/> holds.</summary>
    internal static FactTable<T> Of(PropertyInfo list)
    {
        // Declared order is the order of tokens; reflection promises none.
        var properties = typeof(T).GetProperties().OrderBy(property => property.MetadataToken).ToArray();
        var columns = properties.Select((property, index) => FactColumn<T>.Of(property, index == 0 || property.Name == "Contact"));
        return new(FactTables.NameOf(typeof(T)), [.. columns], list.GetMethod!.CreateDelegate<Func<FactBatch, List<T>>>());
    }

    internal override int Count(FactBatch batch) => rows(batch).Count;

    internal override void Append(DuckDbAppender appender, FactBatch batch)
    {
        var facts = rows(batch);
        for (var start = 0; start < facts.Count; start += NativeMethods.VectorSize)
        {
            var some = CollectionsMarshal.AsSpan(facts)[start..Math.Min(start + NativeMethods.VectorSize, facts.Count)];
            for (var column = 0; column < columns.Length; column++)
                columns[column].Write(appender.Column(column), some);
            appender.Add(some.Length);
        }
    }

    internal override void Differ(FactBatch before, FactBatch after, FactDifference into) =>
        identity?.Differ(rows(before), rows(after), into, rows(into.Gone), rows(into.Come));

    internal override long Delete(DuckDbConnection connection, FactBatch batch) =>
        rows(batch).Count == 0 || identity is null ? 0 : identity.Delete(connection, rows(batch));

    internal override void Read(DuckDbConnection connection, string where, object?[] values, FactBatch into) =>
        rows(into).AddRange(Read(connection, where, values));

    /// <summary>Reads rows one after the other, in no order, without keeping them.</summary>
    internal IEnumerable<T> Read(DuckDbConnection connection, string where, object?[] values)
    {
        using var result = connection.Run($"select {ColumnList} from {Sql.Name(Name)} {where}", values, streaming: true);
        while (result.NextChunk() is { } chunk)
        {
            T[] facts;
            using (chunk)
                facts = Read(chunk);
            foreach (var fact in facts)
                yield return fact;
        }
    }

    internal override void Sum(FactBatch batch, FactsHash into)
    {
        var hashes = new RowHash[NativeMethods.VectorSize];
        foreach (var some in rows(batch).Chunk(hashes.Length))
        {
            var used = hashes.AsSpan(0, some.Length);
            used.Clear();
            foreach (var column in columns)
                column.Mix(some, used);
            into.Add(Name, used);
        }
    }

    internal override void Sum(DuckDbConnection connection, FactsHash into)
    {
        var hashes = new RowHash[NativeMethods.VectorSize];
        using var result = connection.Run($"select {ColumnList} from {Sql.Name(Name)}", [], streaming: true);
        while (result.NextChunk() is { } chunk)
        {
            using (chunk)
            {
                var used = hashes.AsSpan(0, chunk.Count);
                used.Clear();
                for (var column = 0; column < columns.Length; column++)
                    columns[column].Mix(chunk[column], used);
                into.Add(Name, used);
            }
        }
    }

    private T[] Read(DataChunk chunk)
    {
        var facts = new T[chunk.Count];
        for (var row = 0; row < facts.Length; row++)
            facts[row] = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        for (var column = 0; column < columns.Length; column++)
            columns[column].Read(chunk[column], facts);
        return facts;
    }
}
