using System.Globalization;
using Beleg.Primitives;

namespace Beleg.Metrics;

/// <summary>DuckDB's way of writing it.</summary>
internal sealed class DuckDbDialect : Dialect
{
    // TRICKY: an untyped parameter lets a statement prepare that names a column which is not there; so each carries its type.
    public override string Parameter(int position, ParameterType type) =>
        string.Create(CultureInfo.InvariantCulture, $"${position}::{type switch { ParameterType.Date => "DATE", ParameterType.Timestamp => "TIMESTAMP", ParameterType.Long => "BIGINT", _ => "VARCHAR" }}");

    public override string Label(string type, string label) => $"'{label}'::{type}";

    public override string Name(string identifier) => $"\"{identifier}\"";

    public override string StartOf(Grain grain, string day) => grain == Grain.Day ? day : $"date_trunc('{Word(grain)}', {day})::DATE";

    public override string EndOf(Grain grain, string start) => $"({start} + INTERVAL {(grain == Grain.Quarter ? "3 month" : "1 " + Word(grain))})::DATE";

    public override string Over(string aggregate, string? condition) => condition is null ? aggregate : $"{aggregate} FILTER (WHERE {condition})";

    public override string Quantiles(string expression, IReadOnlyList<decimal> ranks) =>
        $"quantile_disc({expression}, [{string.Join(", ", ranks.Select(r => r.ToString(CultureInfo.InvariantCulture)))}])";

    public override string Wide(string expression) => $"({expression})::HUGEINT";

    private static string Word(Grain grain) => grain switch
    {
        Grain.Day => "day",
        Grain.Week => "week",
        Grain.Month => "month",
        _ => "quarter",
    };
}
