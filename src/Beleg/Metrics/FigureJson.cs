using System.Text.Json;
using Beleg.Ledger;
using Beleg.Warehouse.Facts;
using NodaTime.Text;

namespace Beleg.Metrics;

/// <summary>The smaller pieces of an answer as JSON, and how each kind of value is written.</summary>
internal static class FigureJson
{
    public static void Put(Utf8JsonWriter json, Figure figure, Metric? metric)
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
                Put(json, "name", part.Name);
                json.WriteString("unit", Word(part.Unit));
                Put(json, figure.Parts[part.Id], null);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }

    public static void Put(Utf8JsonWriter json, Assumption assumption)
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

    public static void Put(Utf8JsonWriter json, RevenueFooter footer)
    {
        json.WriteStartObject("footer");
        json.WriteNumber("attributed", footer.Attributed);
        json.WriteNumber("unattributed", footer.Unattributed);
        json.WriteNumber("weaker_evidence", footer.WeakerEvidence);
        json.WriteNumber("other_touches", footer.OtherTouches);
        json.WriteNumber("no_touch", footer.NoTouch);
        json.WriteNumber("excluded", footer.Excluded);
        json.WriteNumber("refunds_without_order", footer.RefundsWithoutOrder);
        json.WriteNumber("shop_total", footer.ShopTotal);
        json.WriteNumber("difference", footer.Difference);
        Number(json, "imported_total", footer.ImportedTotal);
        Number(json, "imported_difference", footer.ImportedDifference);
        json.WriteNumber("orders_without_rate", footer.OrdersWithoutRate);
        json.WriteBoolean("visits_connected", footer.VisitsConnected);
        json.WriteEndObject();
    }

    public static void Put(Utf8JsonWriter json, string? name, Words? words)
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

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    public static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static string Word<T>(T value)
        where T : struct, Enum => SnakeCase.Of(value.ToString());

    public static string Day(NodaTime.LocalDate day) => LocalDatePattern.Iso.Format(day);
}
