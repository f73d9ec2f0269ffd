using System.Text.Json;

namespace Beleg.Reports.Charts;

/// <summary>The model as the browser gets it: numbers to draw, and every text already written in the reader's language.</summary>
public static class ChartJson
{
    /// <summary>The chart as JSON that may stand inside HTML.</summary>
    public static string Write(Chart chart, ReportLanguage language)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, chart, language);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, Chart chart, ReportLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("kind", ChartSvg.Kind(chart.Kind));
        json.WriteNumber("height", ChartSvg.HeightOf(chart));
        json.WriteString("description", ChartText.Describe(chart, language));
        Axis(json, chart, language);
        json.WriteStartArray("categories");
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var category = chart.Categories[i];
            json.WriteStartObject();
            json.WriteString("label", category.Label.In(language.Code));
            json.WriteString("tick", (category.Tick ?? category.Label).In(language.Code));
            if (category.IsTotal)
                json.WriteBoolean("total", true);
            if (chart.Kind == ChartKind.Share)
                json.WriteString("whole", ChartFormat.Full(chart, chart.Series.Sum(series => series.Values[i] ?? 0), language));
            if (chart.Kind == ChartKind.Waterfall)
                json.WriteString("tone", ChartSvg.Tone(ChartWaterfall.ToneOf(chart, i)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
            Series(json, chart, series, language);
        json.WriteEndArray();
        json.WriteStartArray("marks");
        foreach (var mark in chart.Marks)
            Mark(json, mark, language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Axis(Utf8JsonWriter json, Chart chart, ReportLanguage language)
    {
        if (chart.Kind is not (ChartKind.Line or ChartKind.Columns))
            return;
        var scale = ChartScale.Of(chart);
        json.WriteStartObject("axis");
        json.WriteNumber("min", scale.Min);
        json.WriteNumber("max", scale.Max);
        json.WriteStartArray("ticks");
        foreach (var tick in scale.Ticks)
        {
            json.WriteStartObject();
            json.WriteNumber("value", tick);
            json.WriteString("text", ChartFormat.Tick(chart, tick, language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Series(Utf8JsonWriter json, Chart chart, ChartSeries series, ReportLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("name", series.Name.In(language.Code));
        json.WriteString("tone", ChartSvg.Tone(series.Tone));
        if (series.IsArea)
            json.WriteBoolean("area", true);
        if (series.IsDashed)
            json.WriteBoolean("dashed", true);
        Numbers(json, "values", series.Values);
        json.WriteStartArray("texts");
        for (var i = 0; i < series.Values.Count; i++)
            json.WriteStringValue(chart.Kind == ChartKind.Waterfall && !chart.Categories[i].IsTotal
                ? ChartFormat.Signed(chart, series.Values[i], language) : ChartFormat.Full(chart, series.Values[i], language));
        json.WriteEndArray();
        if (series.Low is { } low && series.High is { } high)
        {
            Numbers(json, "low", low);
            Numbers(json, "high", high);
            json.WriteStartArray("ranges");
            for (var i = 0; i < low.Count; i++)
                json.WriteStringValue(low[i] is null || high[i] is null ? "" : $"{ChartFormat.Full(chart, low[i], language)} – {ChartFormat.Full(chart, high[i], language)}");
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<decimal?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (value is { } known)
                json.WriteNumberValue(decimal.Round(known, 6));
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void Mark(Utf8JsonWriter json, ChartMark mark, ReportLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("text", mark.Text.In(language.Code));
        if (mark.Value is { } value)
            json.WriteNumber("value", value);
        if (mark.Category is { } category)
            json.WriteNumber("category", category);
        json.WriteEndObject();
    }
}
