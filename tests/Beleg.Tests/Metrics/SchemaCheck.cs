using System.Text.Json;

namespace Beleg.Tests.Metrics;

/// <summary>Holds a document against the part of JSON Schema that this project's schemas use, and remembers which properties it saw.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private readonly HashSet<string> seen = [];

    public List<string> Problems { get; } = [];

    public void Check(JsonElement value) => Check(value, root, "", "#");

    /// <summary>Properties that the schema names and no checked document had.</summary>
    public IEnumerable<string> Unseen() => Named(root, "#").Concat(root.GetProperty("$defs").EnumerateObject().SelectMany(d => Named(d.Value, $"#/$defs/{d.Name}"))).Except(seen);

    private static IEnumerable<string> Named(JsonElement schema, string at)
    {
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                yield return $"{at}.{property.Name}";
                foreach (var inner in Named(property.Value, $"{at}.{property.Name}"))
                    yield return inner;
            }
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var inner in Named(items, $"{at}[]"))
                yield return inner;
        }
    }

    private void Check(JsonElement value, JsonElement schema, string path, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path, reference.GetString()!);
            return;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => w.GetString() == value.GetString()))
            Problems.Add($"{path}: '{value}' is none of {words}");
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(value, t)))
            Problems.Add($"{path}: {value.ValueKind} is not {type}");
        if (value.ValueKind == JsonValueKind.Object)
            CheckObject(value, schema, path, at);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var item in value.EnumerateArray())
                Check(item, items, $"{path}[]", $"{at}[]");
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path, string at)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
                Problems.Add($"{path}: {name} is missing");
        }

        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var known))
            {
                seen.Add($"{at}.{property.Name}");
                Check(property.Value, known, $"{path}.{property.Name}", $"{at}.{property.Name}");
            }
            else if (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object)
            {
                Check(property.Value, more, $"{path}.{property.Name}", $"{at}.*");
            }
            else
            {
                Problems.Add($"{path}.{property.Name} is not in the schema");
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind == JsonValueKind.Null,
    };
}
