using System.Globalization;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Track;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Reports.Contacts;

/// <summary>Lists of contacts: rows of facts, which know nobody's name.</summary>
public static class ContactLists
{
    private const string Columns = "contact, last_seen_at, preferred_channel, first_entry_point, lead_status, orders, net_minor, marketing_consent_at is not null, opted_out_at is not null";

    /// <summary>People, the latest seen first.</summary>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="channel">Only of this preferred channel; null is any.</param>
    /// <param name="status">Only where the lead stands so; null is any. <c>none</c> is without lead.</param>
    /// <param name="skip">So many come before.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>The rows, and how many there are in all.</returns>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static (IReadOnlyList<ContactLine> Rows, long Total) Latest(WorkspaceWarehouse warehouse, string? channel, string? status, int skip, int most)
    {
        using var reading = warehouse.Read();
        object?[] filters = [channel, channel, status, status];
        const string where = "is_person and (?::varchar is null or preferred_channel::varchar = ?::varchar) and (?::varchar is null or coalesce(lead_status::varchar, 'none') = ?::varchar)";
        var total = reading.Connection.Scalar<long>($"select count(*) from contact where {where}", filters);
        var rows = reading.Connection.Query($"select {Columns} from contact where {where} order by last_seen_at desc, contact limit ? offset ?", [.. filters, (long)most, (long)skip], Line);
        return (rows, total);
    }

    /// <summary>Some contacts, in the order given; those that are no facts are left out.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static IReadOnlyList<ContactLine> Of(WorkspaceWarehouse warehouse, IReadOnlyCollection<Key> contacts)
    {
        using var reading = warehouse.Read();
        return [.. contacts.SelectMany(contact => reading.Connection.Query($"select {Columns} from contact where contact = ?", [contact.Value], Line))];
    }

    private static ContactLine Line(DuckDbRow row) => new(
        new Key(row.Long(0)), row.Instant(1), row.Text(2), Labels<EntryPoint>.TryRead(row.Text(3), out var entry) ? entry : EntryPoint.Organic,
        row.IsNull(4) ? null : Labels<LeadStatus>.TryRead(row.Text(4), out var status) ? status : null,
        Convert.ToInt32(row.Value(5), CultureInfo.InvariantCulture), row.Long(6), row.Value(7) is true, row.Value(8) is true);
}
