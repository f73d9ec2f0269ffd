using System.Text.Json;
using NodaTime.Text;
using static Beleg.Metrics.FigureJson;

namespace Beleg.Metrics;

/// <summary>Answers and the catalogue as JSON: the shape that docs/results.schema.json describes. Money is a decimal number of major units.</summary>
public static class MetricJson
{
    /// <summary>Writes an answer.</summary>
    public static void Write(Utf8JsonWriter json, MetricAnswer answer)
    {
        var (request, settings) = (answer.Request, answer.Settings);
        json.WriteStartObject();
        json.WriteString("from", Day(request.Period.From));
        json.WriteString("to", Day(request.Period.To));
        json.WriteString("grain", request.Grain is { } grain ? Word(grain) : "none");
        Texts(json, "by", request.By);
        json.WriteString("model", request.Model);
        json.WriteString("basis", Word(request.Basis));
        json.WriteString("compare", Word(request.Compare));
        if (answer.Compared is { } compared)
        {
            json.WriteStartObject("compared");
            json.WriteString("from", Day(compared.From));
            json.WriteString("to", Day(compared.To));
            json.WriteEndObject();
        }

        json.WriteStartObject("filters");
        foreach (var filter in request.Filters)
            Texts(json, filter.Dimension, filter.Values);
        json.WriteEndObject();
        Text(json, "cut_off", answer.CutOff is { } cutOff ? InstantPattern.ExtendedIso.Format(cutOff) : null);
        json.WriteString("currency", settings.Currency);
        json.WriteString("zone", settings.Zone.Id);
        json.WriteString("revenue_basis", settings.RevenueBasis);
        json.WriteStartArray("metrics");
        foreach (var result in answer.Results)
            Write(json, result, settings);
        json.WriteEndArray();
        if (answer.Footer is { } footer)
            Put(json, footer);
        json.WriteEndObject();
    }

    /// <summary>Writes the catalogue.</summary>
    public static void Write(Utf8JsonWriter json, MetricCatalogue catalogue)
    {
        json.WriteStartObject();
        json.WriteStartArray("metrics");
        foreach (var metric in catalogue.All)
        {
            json.WriteStartObject();
            Write(json, metric);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An answer as UTF-8.</summary>
    public static byte[] Bytes(MetricAnswer answer) => Bytes(json => Write(json, answer));

    /// <summary>The catalogue as UTF-8.</summary>
    public static byte[] Bytes(MetricCatalogue catalogue) => Bytes(json => Write(json, catalogue));

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) }))
            write(json);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Metric metric)
    {
        json.WriteString("id", metric.Id);
        json.WriteNumber("version", metric.Version);
        json.WriteString("status", metric.IsDue ? "due" : "planned");
        Put(json, "waits_for", metric.WaitsFor);
        Text(json, "family", metric.Family);
        Put(json, "name", metric.Name);
        Put(json, "definition", metric.Definition);
        Put(json, "why", metric.Why);
        Put(json, "edges", metric.Edges);
        Put(json, "warning", metric.Warning);
        json.WriteString("unit", Word(metric.Unit));
        json.WriteString("direction", Word(metric.Good));
        json.WriteString("pillar", Word(metric.Pillar));
        json.WriteString("level", Word(metric.Level));
        json.WriteString("owner", metric.Owner);
        json.WriteString("source", metric.Source);
        json.WriteString("frequency", metric.Frequency);
        Number(json, "target", metric.Target);
        json.WriteNumber("min_sample", metric.MinSample);
        json.WriteString("anchor_entity", metric.AnchorEntity);
        json.WriteString("anchor_time", metric.AnchorTime);
        json.WriteString("basis", Word(metric.Basis));
        Texts(json, "dimensions", metric.Dimensions);
    }

    private static void Write(Utf8JsonWriter json, MetricResult result, MetricSettings settings)
    {
        json.WriteStartObject();
        json.WriteString("id", result.Metric.Id);
        json.WriteNumber("version", result.Metric.Version);
        Put(json, "name", result.Metric.Name);
        json.WriteString("unit", Word(result.Metric.Unit));
        Text(json, "currency", result.Metric.Unit == MetricUnit.Money ? settings.Currency : null);
        json.WriteString("direction", Word(result.Metric.Good));
        Put(json, "warning", result.Metric.Warning);
        Texts(json, "by", result.By);
        Put(json, result.Total, result.Metric);
        json.WriteStartArray("rows");
        foreach (var row in result.Rows)
        {
            json.WriteStartObject();
            json.WriteString("from", Day(row.Period.From));
            json.WriteString("to", Day(row.Period.To));
            json.WriteStartObject("group");
            foreach (var (dimension, value) in row.Group)
                Text(json, dimension, value);
            json.WriteEndObject();
            Put(json, row.Figure, result.Metric);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var assumption in result.Assumptions)
            Put(json, assumption);
        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var gap in result.Gaps)
            Put(json, null, gap);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in result.Notes)
            Put(json, null, note);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
