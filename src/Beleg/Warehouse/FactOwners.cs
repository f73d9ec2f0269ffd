using Beleg.Primitives;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse;

/// <summary>Whose messages, conversations and runs the stored facts know: what the stream asks of them before it files events that name no contact.</summary>
internal static class FactOwners
{
    private const string OwnersOfMessages = "select message, contact from message where message in (select unnest(?::bigint[]))";

    private const string OwnersOfOthers = """

        union all select source_conversation, contact from conversation where source_conversation in (select unnest(?::bigint[]))
        union all select run, contact from flow_run where run in (select unnest(?::bigint[]))
        """;

    /// <inheritdoc cref="IFactStore.Messages"/>
    public static void Messages(DuckDbConnection connection, Action<long> begin, Action<Key> see)
    {
        begin(connection.Scalar<long>("select count(*) from message"));
        using var result = connection.Run("select message from message", [], streaming: true);
        foreach (var message in result.Rows(row => row.Long(0)))
            see(new Key(message));
    }

    /// <inheritdoc cref="IFactStore.ContactsOf"/>
    public static IReadOnlyDictionary<Key, Key> ContactsOf(DuckDbConnection connection, IReadOnlyCollection<Key> messages, IReadOnlyCollection<Key> others)
    {
        long[] ofMessages = [.. messages.Select(entity => entity.Value)];
        long[] ofOthers = [.. others.Select(entity => entity.Value)];
        var found = connection.Query(
            OwnersOfMessages + (ofOthers.Length == 0 ? "" : OwnersOfOthers),
            ofOthers.Length == 0 ? [ofMessages] : [ofMessages, ofOthers, ofOthers],
            row => (Entity: new Key(row.Long(0)), Contact: new Key(row.Long(1))));
        // A conversation of two contacts binds to the one with the smaller key: any choice does, if it is always the same.
        return found.GroupBy(pair => pair.Entity).ToDictionary(group => group.Key, group => group.Min(pair => pair.Contact));
    }
}
