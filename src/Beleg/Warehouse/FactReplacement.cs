using Beleg.Model;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Warehouse;

/// <summary>The rows of some contacts go and others come, as a part of the connection's transaction.</summary>
internal static class FactReplacement
{
    /// <summary>The number of rows that went.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="contacts">Whose rows go.</param>
    /// <param name="facts">The rows that come.</param>
    /// <param name="ledger">Whether the rows that belong to no contact go as well.</param>
    /// <param name="changed">Takes the months of the tables that rows went from or came to.</param>
    internal static long Run(DuckDbConnection connection, long[] contacts, FactBatch facts, bool ledger, HashSet<(string Table, int Month)> changed)
    {
        FactDays.Collect(facts, changed);
        var gone = FactTables.All.Where(table => table.HasContact ? contacts.Length > 0 : ledger).Sum(table => Delete(connection, table, contacts, changed));
        foreach (var table in FactTables.All)
            table.Append(connection, facts);
        return gone;
    }

    /// <summary>Some rows go and others come; gives how many went.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="gone">The rows that go, as they are.</param>
    /// <param name="come">The rows that come.</param>
    /// <param name="changed">Takes the months of the tables that rows went from or came to.</param>
    internal static long Run(DuckDbConnection connection, FactBatch gone, FactBatch come, HashSet<(string Table, int Month)> changed)
    {
        FactDays.Collect(gone, changed);
        FactDays.Collect(come, changed);
        ContactColumns.Collect(gone.Contacts, come.Contacts, changed);
        var rows = FactTables.All.Sum(table => table.Delete(connection, gone));
        foreach (var table in FactTables.All)
            table.Append(connection, come);
        return rows;
    }

    private static long Delete(DuckDbConnection connection, FactTable table, long[] contacts, HashSet<(string Table, int Month)> changed)
    {
        if (!table.HasContact)
            return connection.Execute($"delete from {Sql.Name(table.Name)}");
        const string OfContacts = "where contact in (select unnest(?::bigint[]))";
        // What a contact's own columns say is read beside rows of the same contact only, and all of those go here and are noted.
        string[] days = table.Name == ContactColumns.Table ? [] : [.. table.Columns.Where(column => column.Type.Kind == FactKind.Date).Select(column => Sql.Name(column.Name))];
        if (days.Length > 0)
        {
            // TRICKY: delete … returning would give the same in one statement, but reads every column on the way: six times the work.
            using var going = connection.Run($"select {string.Join(", ", days)} from {Sql.Name(table.Name)} {OfContacts}", [contacts]);
            foreach (var _ in going.Rows(row => Collect(table.Name, row, days.Length, changed)))
                continue;
        }

        return connection.Execute($"delete from {Sql.Name(table.Name)} {OfContacts}", [contacts]);
    }

    private static bool Collect(string table, DuckDbRow row, int days, HashSet<(string Table, int Month)> changed)
    {
        for (var day = 0; day < days; day++)
        {
            if (row.DateOrNull(day) is { } known)
                changed.Add((table, MonthVersions.MonthOf(known)));
        }

        return true;
    }
}
