using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Beleg.Sources.Track;

/// <summary>
/// Writes docs/events.schema.json from the same list that reads the events. A call is a Segment track call; for each event the
/// schema says what its properties hold. Events and properties it does not name are kept and shown, so it forbids none.
/// </summary>
internal static class EventSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole schema, with one line feed at its end; the same text on every machine.</summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Events of Beleg",
            ["description"] = "Each event is a track call of the Segment HTTP API: its name as 'event', its properties as 'properties'. "
                + "A call's messageId makes it count once. Unknown events and properties are kept and shown, never an error.",
            ["type"] = "object",
            ["required"] = new JsonArray("event"),
            ["properties"] = new JsonObject
            {
                ["event"] = new JsonObject { ["type"] = "string", ["examples"] = Array(EventCatalogue.All.Select(definition => definition.Name)) },
                ["messageId"] = new JsonObject { ["type"] = "string", ["description"] = "Idempotency key, unique within the source." },
                ["timestamp"] = new JsonObject { ["type"] = new JsonArray("string", "number"), ["description"] = "When it happened: not before 2005, at most 48 h ahead." },
                ["userId"] = new JsonObject { ["type"] = new JsonArray("string", "number"), ["description"] = "The customer's id in the shop or product." },
                ["anonymousId"] = new JsonObject { ["type"] = "string", ["description"] = "The browser's id." },
                ["properties"] = new JsonObject { ["$ref"] = "#/$defs/envelope" },
            },
            ["allOf"] = new JsonArray([.. EventCatalogue.All.Select(Rule)]),
            ["$defs"] = new JsonObject { ["envelope"] = new JsonObject { ["description"] = "What every event may have.", ["type"] = "object", ["properties"] = Describe(EnvelopeReader.All) } },
        };
        return schema.ToJsonString(Written).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>A call of an event with an example of every property it has.</summary>
    public static JsonObject Example(EventDefinition definition)
    {
        var properties = new JsonObject();
        foreach (var property in definition.Properties)
        {
            if (ExampleOf(definition, property) is { } example)
                properties[property.Name] = JsonSerializer.SerializeToNode(example);
        }

        return new JsonObject
        {
            ["type"] = "track",
            ["event"] = definition.Name,
            ["messageId"] = "m-1",
            ["userId"] = "u-1",
            ["timestamp"] = "2026-08-14T09:30:00Z",
            ["properties"] = properties,
        };
    }

    private static JsonObject Rule(EventDefinition definition) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["event"] = new JsonObject { ["const"] = definition.Name } } },
        ["then"] = new JsonObject
        {
            ["title"] = definition.Name,
            ["description"] = definition.Meaning + (definition.LowestTrust == Trust.Browser ? string.Empty : " A browser key may not send it."),
            ["properties"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = Array(definition.Required.Select(property => property.Name)),
                    ["properties"] = Describe(definition.Properties),
                },
            },
            ["examples"] = new JsonArray(Example(definition)),
        },
    };

    private static JsonObject Describe(IEnumerable<Property> properties)
    {
        var described = new JsonObject();
        foreach (var property in properties)
        {
            var one = new JsonObject { ["description"] = property.Meaning };
            if (Types(property) is { } types)
                one["type"] = types;
            if (property.Values is not null && property != Properties.Channel && property != Properties.Actor)
                one["enum"] = Array(property.Values);
            else if (property.Values is not null)
                one["examples"] = Array(property.Values);
            else if (property.Example is not null)
                one["examples"] = new JsonArray(JsonSerializer.SerializeToNode(property.Example));
            described[property.Name] = one;
        }

        return described;
    }

    private static JsonNode? Types(Property property) => property.Type switch
    {
        PropertyType.LongText or PropertyType.Label or PropertyType.Day => "string",
        PropertyType.Bool => new JsonArray("boolean", "string", "integer"),
        PropertyType.Whole => new JsonArray("integer", "string"),
        PropertyType.Text or PropertyType.Time or PropertyType.Number or PropertyType.Amount => new JsonArray("string", "number"),
        PropertyType.Texts => new JsonArray("array", "string", "object"),
        _ => null,
    };

    // Some words mean another thing in another event; their examples must fit it.
    private static object? ExampleOf(EventDefinition definition, Property property) => (definition.Kind, property.Name) switch
    {
        (EventKind.OrderRefunded, "kind") => "refund",
        (EventKind.CostRecorded, "kind") => "platform",
        (EventKind.MessageReceived, "kind") => "text",
        (EventKind.Conversion, "type") => "trial",
        (EventKind.ExchangeRateSet, "from") => "EUR",
        (EventKind.ExchangeRateSet, "to") => "USD",
        (EventKind.HandoffRequested or EventKind.HandoffAccepted or EventKind.HandoffExpired, "reason") => "asked for a person",
        (EventKind.LinkClicked or EventKind.ContactsMerged or EventKind.MergeUndone, "reason") => null,
        _ => property.Example,
    };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
