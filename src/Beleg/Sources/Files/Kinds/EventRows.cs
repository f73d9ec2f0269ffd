namespace Beleg.Sources.Files;

/// <summary>Anything the vocabulary knows.</summary>
internal static class EventRows
{
    public static ImportKind Kind { get; } = new("events",
        "Any event of docs/events.schema.json by its name; every other column is a property by its name there. Lines in the form of the Segment HTTP API can be imported as they are.",
    [
        Columns.Text("event", "Name of the event.", "Handoff Requested").Needed().Or("event_name"),
        Columns.Time("timestamp", "When it happened.").Needed().Or("occurred_at", "at", "time", "date", "created_at", "original_timestamp"),
        Columns.Text("id", "Its id; rows without one are told apart by their content.", "e-1").Or("event_id", "messageId"),
        .. Columns.Person,
    ], Compose)
    { Id = ["id"] };

    private static void Compose(ImportRecord record, ItemWriter into) =>
        into.Begin(record, record["event"]!, record["timestamp"]!).PutOthers(record, "event", "timestamp", "id").End();
}
