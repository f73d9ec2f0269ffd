using System.Text.Json;
using Beleg.Ledger;
using Beleg.Warehouse.Facts;
using NodaTime.Text;

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
            Write(json, footer);
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
        Write(json, "waits_for", metric.WaitsFor);
        Text(json, "family", metric.Family);
        Write(json, "name", metric.Name);
        Write(json, "definition", metric.Definition);
        Write(json, "why", metric.Why);
        Write(json, "edges", metric.Edges);
        Write(json, "warning", metric.Warning);
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
        Write(json, "name", result.Metric.Name);
        json.WriteString("unit", Word(result.Metric.Unit));
        Text(json, "currency", result.Metric.Unit == MetricUnit.Money ? settings.Currency : null);
        json.WriteString("direction", Word(result.Metric.Good));
        Write(json, "warning", result.Metric.Warning);
        Texts(json, "by", result.By);
        Write(json, result.Total, result.Metric);
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
            Write(json, row.Figure, result.Metric);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var assumption in result.Assumptions)
            Write(json, assumption);
        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var gap in result.Gaps)
            Write(json, null, gap);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Figure figure, Metric? metric)
    {
        Number(json, "value", figure.Value);
        Number(json, "numerator", figure.Numerator);
        Number(json, "denominator", figure.Denominator);
        json.WritePropertyName("interval");
        if (figure.Interval is { } interval)
        {
            json.WriteStartObject();
            json.WriteNumber("low", interval.Low);
            json.WriteNumber("high", interval.High);
            json.WriteNumber("confidence", .95m);
            json.WriteString("method", Word(interval.Method));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartObject("completeness");
        json.WriteBoolean("provisional", figure.Provisional);
        Number(json, "open_share", figure.OpenShare);
        json.WriteEndObject();
        json.WriteBoolean("low_sample", figure.LowSample);
        if (metric?.Level == MetricLevel.Financial)
        {
            Number(json, "low", figure.Low);
            Number(json, "high", figure.High);
        }

        if (metric?.Unit == MetricUnit.Months)
            Number(json, "forecast", figure.Forecast);
        if (figure.Compare is { } compare)
        {
            json.WriteStartObject("compare");
            Number(json, "value", compare.Value);
            Number(json, "change", compare.Change);
            Number(json, "change_share", compare.ChangeShare);
            json.WriteEndObject();
        }

        if (metric is not null && figure.Parts.Count > 0)
        {
            json.WriteStartObject("parts");
            foreach (var part in metric.Parts.Where(p => figure.Parts.ContainsKey(p.Id)))
            {
                json.WriteStartObject(part.Id);
                Write(json, "name", part.Name);
                json.WriteString("unit", Word(part.Unit));
                Write(json, figure.Parts[part.Id], null);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, Assumption assumption)
    {
        json.WriteStartObject();
        json.WriteString("id", assumption.Id);
        json.WriteNumber("value", assumption.Value);
        json.WriteNumber("low", assumption.Low);
        json.WriteNumber("high", assumption.High);
        json.WriteString("unit", assumption.Unit);
        Text(json, "basis", assumption.Basis);
        Text(json, "owner", assumption.Owner);
        Text(json, "approver", assumption.Approver);
        Text(json, "valid_from", assumption.ValidFrom is { } from ? Day(from) : null);
        json.WriteNumber("version", assumption.Version);
        json.WriteBoolean("unset", assumption.IsUnset);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RevenueFooter footer)
    {
        json.WriteStartObject("footer");
        json.WriteNumber("attributed", footer.Attributed);
        json.WriteNumber("unattributed", footer.Unattributed);
        json.WriteNumber("weaker_evidence", footer.WeakerEvidence);
        json.WriteNumber("other_touches", footer.OtherTouches);
        json.WriteNumber("no_touch", footer.NoTouch);
        json.WriteNumber("excluded", footer.Excluded);
        json.WriteNumber("shop_total", footer.ShopTotal);
        json.WriteNumber("difference", footer.Difference);
        Number(json, "imported_total", footer.ImportedTotal);
        Number(json, "imported_difference", footer.ImportedDifference);
        json.WriteNumber("orders_without_rate", footer.OrdersWithoutRate);
        json.WriteBoolean("visits_connected", footer.VisitsConnected);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string? name, Words? words)
    {
        if (name is not null)
            json.WritePropertyName(name);
        if (words is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("en", words.En);
        json.WriteString("de", words.De);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => SnakeCase.Of(value.ToString());

    private static string Day(NodaTime.LocalDate day) => LocalDatePattern.Iso.Format(day);
}
