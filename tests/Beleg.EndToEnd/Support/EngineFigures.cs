using System.Globalization;
using System.Text.Json;
using Beleg.Metrics;

namespace Beleg.EndToEnd.Support;

/// <summary>What the engine says over the API about one workspace and month, by the paths that pages give their figures.</summary>
internal sealed class EngineFigures
{
    private readonly Dictionary<string, JsonElement> now;
    private readonly Dictionary<string, JsonElement> before;
    private readonly Dictionary<string, JsonElement> all;

    private EngineFigures(Dictionary<string, JsonElement> now, Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> all) => (this.now, this.before, this.all) = (now, before, all);

    public static async Task<EngineFigures> OfAsync(HttpClient http, string workspace)
    {
        using var catalogue = JsonDocument.Parse(await http.GetStringAsync($"/api/{workspace}/metrics"));
        var due = string.Join(',', catalogue.RootElement.GetProperty("metrics").EnumerateArray().Where(m => m.GetProperty("status").GetString() == "due").Select(m => m.GetProperty("id").GetString()));
        var (now, before) = (await AskAsync(http, workspace, due, "month=2026-09&basis=conservative"), await AskAsync(http, workspace, due, "month=2026-08&basis=conservative"));
        // A payback is no month's: it is counted from where the programme began.
        now["payback_months"] = (await AskAsync(http, workspace, "payback_months", "from=2023-10-01&to=2026-10-01&basis=conservative"))["payback_months"];
        before["payback_months"] = (await AskAsync(http, workspace, "payback_months", "from=2023-09-01&to=2026-09-01&basis=conservative"))["payback_months"];
        return new EngineFigures(now, before, await AskAsync(http, workspace, due, "month=2026-09&basis=all"));
    }

    /// <summary>Every metric there is a figure of.</summary>
    public IReadOnlyCollection<string> Metrics => now.Keys;

    /// <summary>A result as the API gave it.</summary>
    public JsonElement this[string metric] => now[metric];

    /// <summary>The number of a path such as net_value.base, with its unit; null where it has no value.</summary>
    public (decimal? Value, MetricUnit Unit) Find(string path)
    {
        var (name, what) = path.Split('.', 2) is [var head, var tail] ? (head, tail) : (path, "");
        var (metric, part) = name.Split(":part=", 2) is [var id, var piece] ? (id, piece) : (name, null);
        var unit = Enum.Parse<MetricUnit>((part is null ? now[metric] : now[metric].GetProperty("parts").GetProperty(part)).GetProperty("unit").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        decimal? Lead(Dictionary<string, JsonElement> from) => part is null ? Cautious(from[metric]) : Raw(from[metric].GetProperty("parts").GetProperty(part), "value");
        return (Round(what switch
        {
            "" => Lead(now),
            "base" => Number(now[metric], "value"),
            "high" => Number(now[metric], "high"),
            "previous" => Lead(before),
            "change" => Lead(now) - Lead(before),
            "all_evidence" => Lead(all),
            "interval.low" => Number(now[metric].GetProperty("interval"), "low"),
            "interval.high" => Number(now[metric].GetProperty("interval"), "high"),
            _ => throw new InvalidOperationException($"No figure is called {path}."),
        }), unit);
    }

    /// <summary>The number that a page leads with: the low end where there are scenarios.</summary>
    private static decimal? Cautious(JsonElement figure) =>
        Raw(figure, "low") is null && Raw(figure, "high") is null ? Raw(figure, "value") : Raw(figure, "value") is null ? null : Raw(figure, "low");

    public static decimal? Number(JsonElement of, string name) => Round(Raw(of, name));

    private static decimal? Raw(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static decimal? Round(decimal? value) => value is { } known ? decimal.Round(known, 6) : null;

    public static decimal? Parsed(string? text) => string.IsNullOrEmpty(text) ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, JsonElement>> AskAsync(HttpClient http, string workspace, string metrics, string words)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/{workspace}/query?metrics={metrics}&{words}"));
        return answer.RootElement.GetProperty("metrics").EnumerateArray().ToDictionary(m => m.GetProperty("id").GetString()!, m => m.Clone(), StringComparer.Ordinal);
    }
}
