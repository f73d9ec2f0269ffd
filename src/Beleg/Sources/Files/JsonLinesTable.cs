using System.Text.Json;

namespace Beleg.Sources.Files;

/// <summary>JSON lines: one object a line. Groups of properties are opened (<c>traits.email</c>), other objects and lists keep their JSON.</summary>
internal sealed class JsonLinesTable : ITable
{
    /// <summary>Objects that only group properties, as the Segment HTTP API has them.</summary>
    private static readonly HashSet<string> Opened = ["properties", "traits", "context", "context.traits", "context.campaign"];

    private static readonly HashSet<string> Calls = ["track", "identify", "page", "screen", "group", "alias"];

    private readonly Stream stream;
    private readonly StreamReader reader;
    private readonly List<string> headers = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    public JsonLinesTable(Stream seekable)
    {
        stream = seekable;
        reader = new StreamReader(seekable, TextDetection.EncodingOf(seekable), true, 64 * 1024, leaveOpen: true);
    }

    public IReadOnlyList<string> Headers => headers;

    public string Format => "JSON lines";

    public double Progress => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    public IEnumerable<ImportRow> Rows()
    {
        long line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text))
                yield return Row(line, text);
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private ImportRow Row(long line, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new ImportRow(line, [], "not a JSON object; write one object a line.");
            var cells = new List<string?>(headers.Count);
            Flatten("", document.RootElement, cells);
            return new ImportRow(line, cells);
        }
        catch (JsonException)
        {
            return new ImportRow(line, [], "not JSON; write one object a line, without line ends inside.");
        }
    }

    private void Flatten(string prefix, JsonElement item, List<string?> cells)
    {
        foreach (var property in item.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object && Opened.Contains(name))
            {
                Flatten(name + ".", property.Value, cells);
                continue;
            }

            // A call of the Segment HTTP API says its own type, which is not the property of that name.
            if (name == "type" && property.Value.ValueKind == JsonValueKind.String && Calls.Contains(property.Value.GetString()!))
                name = "call";
            var at = PositionOf(name);
            while (cells.Count <= at)
                cells.Add(null);
            cells[at] = property.Value.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => property.Value.GetString(), _ => property.Value.GetRawText() };
        }
    }

    private int PositionOf(string name)
    {
        if (positions.TryGetValue(name, out var at))
            return at;
        headers.Add(name);
        return positions[name] = headers.Count - 1;
    }
}
