using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Receipts;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>Writes the JSON schema of a report from its records and what they say of themselves.</summary>
internal static class ReportSchema
{
    private static readonly Dictionary<string, string> Said = XDocument.Load(Path.ChangeExtension(typeof(Receipt).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, Sentence);

    private static readonly Dictionary<(string Type, string Parameter), string> SaidOfParameters = XDocument.Load(Path.ChangeExtension(typeof(Receipt).Assembly.Location, ".xml"))
        .Descendants("member").Where(m => m.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .SelectMany(m => m.Elements("param").Select(p => ((m.Attribute("name")!.Value[2..], p.Attribute("name")!.Value), Plain(p))))
        .ToDictionary(p => p.Item1, p => p.Item2);

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.General) { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(string id, string title)
    {
        var schema = (JsonObject)ReportJson.Indented.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var head = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = id, ["title"] = title };
        foreach (var (name, value) in schema.ToArray())
        {
            schema.Remove(name);
            head[name] = value;
        }

        return head.ToJsonString(Written) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type is { } type && (Nullable.GetUnderlyingType(type) ?? type) is { } plain && Texts(plain) is { } format)
        {
            var nullable = plain != type || plain == typeof(Key);
            schema = new JsonObject { ["type"] = nullable ? new JsonArray("string", "null") : "string", [format.Name] = format.Value };
        }

        if (context.PropertyInfo is { AttributeProvider: System.Reflection.PropertyInfo property } && schema is JsonObject node && DescriptionOf(property) is { } description)
            node.Insert(0, "description", description);
        return schema;
    }

    private static (string Name, string Value)? Texts(Type type) =>
        type == typeof(Instant) ? ("format", "date-time")
        : type == typeof(LocalDate) ? ("format", "date")
        : type == typeof(YearMonth) ? ("pattern", "^[0-9]{4}-[0-9]{2}$")
        : type == typeof(Key) ? ("pattern", "^[0-9a-f]{16}$") : null;

    private static string? DescriptionOf(System.Reflection.PropertyInfo property)
    {
        var type = property.DeclaringType!.FullName!.Replace('+', '.');
        return Said.TryGetValue($"P:{type}.{property.Name}", out var said) && said.Length > 0 ? said
            : SaidOfParameters.GetValueOrDefault((type, property.Name));
    }

    private static string Sentence(XElement member) => member.Element("summary") is { } summary ? Plain(summary) : "";

    private static string Plain(XElement said) => string.Join(' ', string.Concat(said.Nodes().Select(n => n is XElement { Name.LocalName: "see" } see
        ? (see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? "").Split('.')[^1] : n is XElement other ? other.Value : n.ToString()))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
}
