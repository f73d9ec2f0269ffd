using Beleg.Sources.Track;

namespace Beleg.Sources.Files;

/// <summary>Anything the vocabulary knows.</summary>
internal static class EventRows
{
    public static ImportKind Kind { get; } = new("events",
        "Any event of docs/events.schema.json by its name; every other column is a property by its name there. Lines in the form of the Segment HTTP API can be imported as they are.",
    [
        Columns.Text("event", "Name of the event.", "Handoff Requested").Or("event_name"),
        Columns.Text("call", "Kind of a call of the Segment HTTP API, where its lines are imported (there: type); identify needs no event.", "track"),
        Columns.Time("timestamp", "When it happened.").Needed().Or("occurred_at", "at", "time", "date", "created_at", "original_timestamp"),
        Columns.Text("id", "Its id; rows without one are told apart by their content.", "e-1").Or("event_id", "messageId"),
        .. Columns.Person,
    ], Compose)
    { Id = ["id"], NeedsOneOf = ["event", "call"], Vocabulary = Properties() };

    private static void Compose(ImportRecord record, ItemWriter into) =>
        into.Begin(record, record["event"] ?? NameOf(record["call"]!), record["timestamp"]!).PutOthers(record, "event", "call", "timestamp", "id").End();

    private static string NameOf(string call) => call switch
    {
        "identify" or "alias" => "Contact Seen",
        "page" => "Page Viewed",
        "screen" => "Screen Viewed",
        _ => "Group Joined",
    };

    private static Dictionary<string, ImportColumn> Properties()
    {
        var columns = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var definition in EventCatalogue.All.SelectMany(d => d.Properties).Concat(EnvelopeReader.All))
        {
            if (TypeOf(definition.Type) is { } type)
                columns.TryAdd(Headers.Normal(definition.Name), new ImportColumn(definition.Name, type, definition.Meaning, definition.Name));
        }

        return columns;
    }

    // Structures stay as they are; words of a choice are the translator's to judge.
    private static ColumnType? TypeOf(PropertyType type) => type switch
    {
        PropertyType.Bool => ColumnType.YesNo,
        PropertyType.Whole => ColumnType.Whole,
        PropertyType.Number => ColumnType.Number,
        PropertyType.Amount => ColumnType.Money,
        PropertyType.Time => ColumnType.Time,
        PropertyType.Day => ColumnType.Date,
        PropertyType.Texts => ColumnType.List,
        PropertyType.Structure => null,
        _ => ColumnType.Text,
    };
}
