using Beleg.Model;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>One fact's table. Everything about it is derived from the record: its columns are the record's properties, in their order.</summary>
internal abstract class FactTable
{
    private protected FactTable(string name, IReadOnlyList<FactTableColumn> columns)
    {
        Name = name;
        Columns = columns;
        HasContact = columns.Any(column => column.Name == "contact");
        // Rows lie in the order of the first instant (or day) that every row has: a query over a month then reads that month.
        TimeColumn = columns.FirstOrDefault(column => column is { Required: true, Type.Kind: FactKind.Instant })?.Name
            ?? columns.First(column => column is { Required: true, Type.Kind: FactKind.Date }).Name;
    }

    internal string Name { get; }

    internal IReadOnlyList<FactTableColumn> Columns { get; }

    /// <summary>Whether its rows belong to contacts, and not to the workspace's ledger.</summary>
    internal bool HasContact { get; }

    /// <summary>What its rows are ordered by.</summary>
    internal string TimeColumn { get; }

    /// <summary>The columns as SQL lists them.</summary>
    internal string ColumnList => string.Join(", ", Columns.Select(column => Sql.Name(column.Name)));

    /// <summary>Rows of a batch.</summary>
    internal abstract int Count(FactBatch batch);

    /// <summary>Hands a batch's rows to an appender of this table.</summary>
    internal abstract void Append(DuckDbAppender appender, FactBatch batch);

    /// <summary>Writes a batch's rows as a part of the connection's transaction.</summary>
    internal void Append(DuckDbConnection connection, FactBatch batch)
    {
        if (Count(batch) == 0)
            return;
        using var appender = new DuckDbAppender(connection, Name);
        Append(appender, batch);
        appender.Close();
    }

    /// <summary>Notes which rows go and come where the facts before become those after.</summary>
    internal abstract void Differ(FactBatch before, FactBatch after, FactDifference into);

    /// <summary>Deletes a batch's rows, by key and contact, as a part of the connection's transaction; gives how many went.</summary>
    internal abstract long Delete(DuckDbConnection connection, FactBatch batch);

    /// <summary>Reads the rows that <paramref name="where"/> (an SQL clause, or nothing) selects into a batch, in no order.</summary>
    internal abstract void Read(DuckDbConnection connection, string where, object?[] values, FactBatch into);

    /// <summary>Adds a batch's rows up.</summary>
    internal abstract void Sum(FactBatch batch, FactsHash into);

    /// <summary>Adds the stored rows up.</summary>
    internal abstract void Sum(DuckDbConnection connection, FactsHash into);
}
