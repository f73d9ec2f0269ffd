using Beleg.Model;
using Beleg.Primitives;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Reports;

/// <summary>Lists that pages and exports show: rows of facts as they stand, no figure computed.</summary>
public static class FactLists
{
    /// <summary>Nobody chooses from a longer list.</summary>
    private const int MostValues = 200;

    /// <summary>Every day that a fact can have: what is older is refused on its way in, and so is what lies far ahead.</summary>
    private static readonly Period always = new(new LocalDate(2005, 1, 1), new LocalDate(2100, 1, 1));

    /// <summary>The orders of a period, newest first, each with its attributed cents under the default model.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="period">Days they were placed on.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>The rows, and how many there are in all.</returns>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static (IReadOnlyList<OrderLine> Rows, long Total) Orders(WorkspaceWarehouse warehouse, Period period, int most)
    {
        using var reading = warehouse.Read();
        object?[] days = [period.From, period.To];
        var total = reading.Connection.Scalar<long>("select count(*) from orders where day >= ? and day < ?", days);
        var rows = reading.Connection.Query(
            """
            select o.shop, o.order_id, o.placed_at, o.state, o.evidence, o.net_minor,
                   coalesce((select sum(c.linear) from credit c where c."order" = o."order" and c.is_chat), 0)::bigint
            from orders o where o.day >= ? and o.day < ? order by o.placed_at desc, o."order" limit ?
            """,
            [period.From, period.To, (long)most],
            Order);
        return (rows, total);
    }

    /// <summary>Orders with an id, whatever their shop.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static IReadOnlyList<OrderLine> FindOrders(WorkspaceWarehouse warehouse, string orderId)
    {
        using var reading = warehouse.Read();
        return reading.Connection.Query(
            "select shop, order_id, placed_at, state, evidence, net_minor, 0::bigint from orders where order_id = ? order by placed_at desc limit 20", [orderId], Order);
    }

    /// <summary>The campaigns that messages were sent for, the latest first, at most 200.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static IReadOnlyList<string> Campaigns(WorkspaceWarehouse warehouse)
    {
        using var reading = warehouse.Read();
        return reading.Connection.Query("select campaign_id from message where campaign_id is not null group by campaign_id order by max(day) desc, campaign_id limit 200", [], row => row.Text(0));
    }

    /// <summary>Refunds whose order nobody told of, newest first.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="period">Days the money moved on; null asks for all.</param>
    /// <param name="orderId">Those of one order; null asks for all.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>The rows, and how many there are in all.</returns>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static (IReadOnlyList<UnmatchedRefundLine> Rows, long Total) UnmatchedRefunds(WorkspaceWarehouse warehouse, Period? period, string? orderId, int most)
    {
        const string Which = "from unmatched_refund where day >= coalesce(?::date, day) and day < coalesce(?::date, day + 1) and order_id = coalesce(?::varchar, order_id)";
        using var reading = warehouse.Read();
        object?[] asked = [period?.From, period?.To, orderId];
        var total = reading.Connection.Scalar<long>($"select count(*) {Which}", asked);
        var rows = total == 0 ? [] : reading.Connection.Query(
            $"""select shop, order_id, "at", kind::varchar, amount_original_minor, currency {Which} order by "at" desc, refund limit ?""",
            [.. asked, (long)most],
            row => new UnmatchedRefundLine(
                row.Text(0), row.Text(1), row.Instant(2), Enum.Parse<Sources.RefundKind>(row.Text(3).Replace("_", "", StringComparison.Ordinal), ignoreCase: true), new Amount(row.Long(4), row.Text(5))));
        return (rows, total);
    }

    /// <summary>Clicks by code of the link: those that count, those that do not by reason, and those that count as nobody's.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static IReadOnlyDictionary<string, ClickCounts> Clicks(WorkspaceWarehouse warehouse)
    {
        using var reading = warehouse.Read();
        return reading.Connection.Query(
            """
            select link_code, count(*) filter (counted),
                   count(*) filter (not counted and not_counted_because = 'preview'), count(*) filter (not counted and not_counted_because in ('crawler', 'unknown')),
                   count(*) filter (not counted and not_counted_because = 'head'), count(*) filter (not counted and not_counted_because = 'repeat'),
                   count(*) filter (not counted and not_counted_because not in ('preview', 'crawler', 'unknown', 'head', 'repeat')),
                   count(*) filter (counted and contact_claim = 'tampered'), count(*) filter (counted and contact_claim = 'expired'), count(*) filter (counted and contact_claim = 'missing')
            from click where link_code is not null group by link_code
            """,
            [],
            row => (Code: row.Text(0), Counts: new ClickCounts(row.Long(1), row.Long(2), row.Long(3), row.Long(4), row.Long(5), row.Long(6), row.Long(7), row.Long(8), row.Long(9))))
            .ToDictionary(row => row.Code, row => row.Counts, StringComparer.Ordinal);
    }

    /// <summary>Events that came with the same id and other content, newest first.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>The rows, and how many there are in all.</returns>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static (IReadOnlyList<ConflictLine> Rows, long Total) Conflicts(WorkspaceWarehouse warehouse, int most)
    {
        using var reading = warehouse.Read();
        var total = reading.Connection.Scalar<long>("select (select count(*) from conflict) + (select count(*) from ledger_conflict)");
        var rows = total == 0 ? [] : reading.Connection.Query(
            """
            select * from (
              select source, kind::varchar, "at", versions::bigint, by_update_time, event, contact, shop, order_id from conflict
              union all select source, kind::varchar, "at", versions::bigint, by_update_time, event, null, null, null from ledger_conflict)
            order by 3 desc, 6 limit ?
            """,
            [(long)most],
            row => new ConflictLine(
                row.Text(0), Enum.Parse<Sources.EventKind>(row.Text(1).Replace("_", "", StringComparison.Ordinal), ignoreCase: true), row.Instant(2), (int)row.Long(3), row.Bool(4),
                new Key(row.Long(5)), row.IsNull(6) ? null : new Key(row.Long(6)), row.TextOrNull(7), row.TextOrNull(8)));
        return (rows, total);
    }

    /// <summary>The first and the last day with a conversation, an order or a visit in each month that has one, oldest first.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static IReadOnlyList<(LocalDate First, LocalDate Last)> DaysByMonth(WorkspaceWarehouse warehouse) => Known(warehouse, "days by month", (connection, versions) =>
        (IReadOnlyList<(LocalDate First, LocalDate Last)>)[.. ByMonth(
            warehouse, versions, "days by month", ["conversation", "orders", "visit"],
            days => connection.Query(
                """
                select min(day), max(day) from (
                  select distinct day from conversation where day >= ? and day < ?
                  union all select distinct day from orders where day >= ? and day < ?
                  union all select distinct day from visit where day >= ? and day < ?)
                group by date_trunc('month', day)
                """,
                [days.From, days.To, days.From, days.To, days.From, days.To],
                row => (First: row.Date(0), Last: row.Date(1))),
            month => month.First).OrderBy(month => month.First)]);

    /// <summary>Channels, flows and entry points that automated conversations have, the most frequent first; null is none.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string?>> Values(WorkspaceWarehouse warehouse) => Known(warehouse, "values", (connection, versions) =>
    {
        var rows = ByMonth(
            warehouse, versions, "values of automated conversations", ["conversation"],
            days => connection.Query(
                """
                select date_trunc('month', day)::date, channel::varchar, flow_id, entry_point::varchar, count(*)
                from conversation where automated and day >= ? and day < ? group by all
                """,
                [days.From, days.To],
                row => (Month: row.Date(0), Values: (string?[])[row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3)], Count: row.Long(4))),
            row => row.Month);
        IReadOnlyList<string?> Frequent(int place) =>
            [.. rows.GroupBy(row => row.Values[place]).OrderByDescending(value => value.Sum(row => row.Count)).ThenBy(value => value.Key is null).ThenBy(value => value.Key, StringComparer.Ordinal).Take(MostValues).Select(value => value.Key)];
        return (IReadOnlyDictionary<string, IReadOnlyList<string?>>)new Dictionary<string, IReadOnlyList<string?>>(StringComparer.Ordinal)
        {
            ["channel"] = Frequent(0),
            ["flow"] = Frequent(1),
            ["entry_point"] = Frequent(2),
        };
    });

    /// <summary>Every row of a fact table as text, first the names of its columns: for exports.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="table">Name of the table, as in the schema.</param>
    /// <param name="row">Takes each row; null is no value.</param>
    /// <exception cref="UserErrorException">There is no such table.</exception>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static void Export(WorkspaceWarehouse warehouse, string table, Action<IReadOnlyList<string?>> row)
    {
        using var reading = warehouse.Read();
        var known = reading.Connection.Query("select distinct table_name from information_schema.tables where table_name not in ('bookmark') order by 1", [], at => at.Text(0));
        if (!known.Contains(table))
            throw new UserErrorException($"There is no table '{table}'; say one of {string.Join(", ", known)}.");
        var columns = reading.Connection.Query(
            "select column_name, data_type from information_schema.columns where table_name = ? and table_catalog = current_catalog() order by ordinal_position", [table], at => (Name: at.Text(0), Type: at.Text(1)));
        row([.. columns.Select(column => column.Name)]);
        var list = string.Join(", ", columns.Select(column => Column(table, column.Name, column.Type)));
        using var result = reading.Connection.Run($"select {list} from {Sql.Name(table)} order by all", [], streaming: true);
        foreach (var line in result.Rows(at => Enumerable.Range(0, columns.Count).Select(at.TextOrNull).ToArray()))
            row(line);
    }

    // While no fact changes the same is given again; where some did, only their months are asked for.
    private static T Known<T>(WorkspaceWarehouse warehouse, string key, Func<DuckDbConnection, MonthVersions?, T> make)
        where T : class
    {
        using var reading = warehouse.Read(out var versions);
        if (versions is not null && warehouse.Recollection.Find(versions, key) is T known)
            return known;
        var made = make(reading.Connection, versions);
        if (versions is not null)
            warehouse.Recollection.Keep(versions, key, made);
        return made;
    }

    private static List<T> ByMonth<T>(
        WorkspaceWarehouse warehouse, MonthVersions? versions, string question, IReadOnlyList<string> tables, Func<Period, List<T>> run, Func<T, LocalDate> monthOf) =>
        versions is null ? run(always) : warehouse.Lists.Rows(question, tables, always, (Instant.MinValue, versions), run, monthOf, _ => true);

    // A key is shown as everywhere else, in sixteen hex digits; a BIGINT that is an amount or a length stays a number.
    private static string Column(string table, string name, string type) =>
        type == "BIGINT" && !name.EndsWith("_minor", StringComparison.Ordinal) && !name.EndsWith("_ms", StringComparison.Ordinal) && !(table == "credit" && IsCreditColumn(name))
            ? $"lpad(hex({Sql.Name(name)}), 16, '0')"
            : $"{Sql.Name(name)}::varchar";

    private static bool IsCreditColumn(string name) => Attribution.AttributionModels.Sharing.Any(model => model.Id == name);

    private static OrderLine Order(DuckDbRow row) => new(
        row.Text(0), row.Text(1), row.Instant(2), Enum.Parse<OrderState>(row.Text(3).Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        Enum.Parse<Evidence>(row.Text(4), ignoreCase: true), row.Long(5), row.Long(6));
}
