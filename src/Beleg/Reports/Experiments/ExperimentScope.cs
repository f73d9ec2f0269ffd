using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>Whose outcomes are counted, and from when to when.</summary>
/// <param name="Until">What happened from then on is left out; null where nothing is.</param>
/// <param name="Flow">The flow that figures of conversations are taken of; null for all of them.</param>
internal sealed record ExperimentScope(Instant? Until = null, string? Flow = null)
{
    private Func<SqlParameters, string> Who { get; init; } = _ => "";

    /// <summary>SQL of a row a contact: contact, arm (null for whoever saw several), first_at, first_day.</summary>
    public string Contacts(SqlParameters parameters) => Who(parameters);

    /// <summary>Those who saw an experiment while it ran.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="from">Its start; null where it has none.</param>
    /// <param name="until">Its end.</param>
    /// <param name="flow">Its flow.</param>
    public static ExperimentScope Exposed(string experiment, Instant? from = null, Instant? until = null, string? flow = null) => new(until, flow)
    {
        Who = p => $"""
            SELECT contact, CASE WHEN count(DISTINCT variation_id) = 1 THEN min(variation_id) END AS arm, min("at") AS first_at, min(day) AS first_day
            FROM exposure WHERE experiment_id = {p.Take("experiment", ParameterType.Text, experiment)}{(from is { } since ? $" AND \"at\" >= {p.Take("since", ParameterType.Timestamp, since)}" : "")}{(until is { } end ? $" AND \"at\" < {p.Take("until", ParameterType.Timestamp, end)}" : "")}
            GROUP BY contact
            """,
    };

    /// <summary>Those who would have taken part in the days before: of a flow, of a campaign, of all automation.</summary>
    public static ExperimentScope Past(Period days, string? flow, string? campaign) => new(null, flow)
    {
        Who = p => campaign is not null
            ? $"""
              SELECT contact, '' AS arm, min("at") AS first_at, min(day) AS first_day FROM message
              WHERE direction = 'outbound' AND campaign_id = {p.Take("campaign", ParameterType.Text, campaign)} AND {Days(p, days)} GROUP BY contact
              """
            : $"""
              SELECT contact, '' AS arm, min(started_at) AS first_at, min(day) AS first_day FROM conversation
              WHERE automated{(flow is null ? "" : $" AND flow_id = {p.Take("flow", ParameterType.Text, flow)}")} AND {Days(p, days)} GROUP BY contact
              """,
    };

    private static string Days(SqlParameters p, Period days) =>
        $"day >= {p.Take("first", ParameterType.Date, days.From)} AND day < {p.Take("last", ParameterType.Date, days.To)}";
}
