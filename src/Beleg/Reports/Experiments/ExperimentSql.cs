using System.Globalization;
using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>Composes the one statement that adds an experiment's metric up by arm. Pure.</summary>
internal static class ExperimentSql
{
    // The longest before a first exposure that is looked at for CUPED: longer tells little more of what is to come.
    private const int DaysBefore = 60;

    // Every day there can be: what counts is decided by the contact's own first day.
    private static readonly Period always = new(new LocalDate(2000, 1, 1), new LocalDate(2200, 1, 1));

    /// <summary>A row an arm: arm, contacts, sums of y, y², y·d, y·x, d, d², x, x², opted out, first day.</summary>
    public static string Compose(ExperimentScope scope, ExperimentMetric metric, Composition query, Dialect dialect, SqlParameters parameters) => $"""
        {Rows(scope, metric, query, dialect, parameters)}
        SELECT arm, count(*), sum(y), sum(y * y), sum(y * d), sum(y * x), sum(d), sum(d * d), sum(x), sum(x * x), sum(opted_out)::bigint, min(first_day)
        FROM measured GROUP BY arm ORDER BY arm
        """;

    /// <summary>The tables up to <c>measured</c>: a row a contact with contact, arm, first_at, first_day, opted_out and y, d, x as numbers.</summary>
    public static string Rows(ExperimentScope scope, ExperimentMetric metric, Composition query, Dialect dialect, SqlParameters parameters)
    {
        var seen = scope.Contacts(parameters);
        return metric.Own is { } own ? OfOrders(seen, own, scope, parameters) : OfCatalogue(seen, metric, scope, query, dialect, parameters);
    }

    private static string OfOrders(string seen, (string Value, string Denominator, string Before) own, ExperimentScope scope, SqlParameters parameters)
    {
        var (days, until) = (DaysBefore.ToString(CultureInfo.InvariantCulture), scope.Until is { } end ? $" AND o.placed_at < {parameters.Take("until", ParameterType.Timestamp, end)}" : "");
        return $"""
            WITH seen AS (
              {seen}
            ), bought AS (
              SELECT o.contact,
                sum(CASE WHEN o.placed_at >= s.first_at THEN o.net_minor ELSE 0 END) AS after_minor, count(*) FILTER (WHERE o.placed_at >= s.first_at AND o.net_minor > 0) AS after_orders,
                sum(CASE WHEN o.placed_at < s.first_at AND o.day >= s.first_day - {days} THEN o.net_minor ELSE 0 END) AS before_minor,
                count(*) FILTER (WHERE o.placed_at < s.first_at AND o.day >= s.first_day - {days} AND o.net_minor > 0) AS before_orders
              FROM orders AS o JOIN seen AS s ON s.contact = o.contact WHERE o.state = 'counted'{until} GROUP BY o.contact
            ), each AS (
              SELECT s.contact, s.arm, s.first_at, s.first_day, coalesce(b.after_minor, 0) AS after_minor, coalesce(b.after_orders, 0) AS after_orders,
                coalesce(b.before_minor, 0) AS before_minor, coalesce(b.before_orders, 0) AS before_orders, coalesce(c.opted_out_at >= s.first_at, false)::int AS opted_out
              FROM seen AS s LEFT JOIN bought AS b ON b.contact = s.contact LEFT JOIN contact AS c ON c.contact = s.contact
            ), measured AS (
              SELECT contact, arm, first_at, first_day, opted_out, ({own.Value})::double AS y, ({own.Denominator})::double AS d, ({own.Before})::double AS x FROM each
            )
            """;
    }

    // The day of the first exposure counts whole: the conversation in which somebody is drawn began before the drawing.
    private static string OfCatalogue(string seen, ExperimentMetric metric, ExperimentScope scope, Composition query, Dialect dialect, SqlParameters parameters)
    {
        var until = scope.Until is { } end ? $" AND f.t <= {parameters.Take("until_day", ParameterType.Date, end.InZone(query.Settings.Zone).Date)}" : "";
        string Side(Measure measure) => $"""
            SELECT f.contact, {Over(measure, $"f.t >= s.first_day{until}")} AS v, {Over(measure, $"f.t < s.first_day AND f.t >= s.first_day - {DaysBefore.ToString(CultureInfo.InvariantCulture)}")} AS before
            FROM ({Facts(measure, scope, query, dialect, parameters)}) AS f JOIN seen AS s ON s.contact = f.contact GROUP BY f.contact
            """;
        return $"""
            WITH seen AS (
              {seen}
            ), above AS (
              {Side(metric.Numerator!)}
            ){(metric.Denominator is { } below ? $", below AS (\n  {Side(below)}\n)" : "")}, measured AS (
              SELECT s.contact, s.arm, s.first_at, s.first_day, coalesce(c.opted_out_at >= s.first_at, false)::int AS opted_out, coalesce(a.v, 0)::double AS y,
                {(metric.IsRatio ? "coalesce(b.v, 0)" : "1")}::double AS d, {(metric.IsRatio ? "0" : "coalesce(a.before, 0)")}::double AS x
              FROM seen AS s LEFT JOIN above AS a ON a.contact = s.contact{(metric.IsRatio ? " LEFT JOIN below AS b ON b.contact = s.contact" : "")} LEFT JOIN contact AS c ON c.contact = s.contact
            )
            """;
    }

    private static string Over(Measure measure, string when) => measure.Aggregate switch
    {
        Aggregate.Count => $"count(*) FILTER (WHERE {when})",
        Aggregate.Sum => $"sum(f.v) FILTER (WHERE {when})",
        _ => $"count(DISTINCT f.v) FILTER (WHERE {when})",
    };

    private static string Facts(Measure measure, ExperimentScope scope, Composition query, Dialect dialect, SqlParameters parameters)
    {
        var scan = FactScans.All[measure.Fact];
        var words = new Placeholders(query with { Period = always }, dialect, parameters, measure.Time);
        var conditions = Composer.Conditions(scan, measure.Time, measure.Where, query with { Period = always, Filters = [] }, words, parameters);
        var flow = scope.Flow is { } only && scan.Dimensions.TryGetValue("flow", out var column) ? $" AND {column} = {parameters.Take("of_flow", ParameterType.Text, only)}" : "";
        return $"SELECT {scan.Cluster} AS contact, {measure.Time} AS t, {(measure.Of is null ? "1" : words.Fill(measure.Of))} AS v FROM {scan.From} WHERE {string.Join(" AND ", conditions)}{flow}";
    }
}
