using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings;

/// <summary>How many entered a step of a flow and never left it.</summary>
/// <param name="Flow">Flow.</param>
/// <param name="Version">Its version.</param>
/// <param name="Step">Step.</param>
/// <param name="IsOpener">Whether flows begin with it.</param>
/// <param name="Visits">Visits that are old enough to judge.</param>
/// <param name="Stuck">Of them, those that never left.</param>
internal sealed record StepCount(string Flow, string? Version, string Step, bool IsOpener, long Visits, long Stuck)
{
    public string Subject => new CopyPlace(Flow, Version, Step, null, null).Name;

    public bool Is(CopyPlace place) => place.Flow == Flow && place.Version == Version && place.Step == Step;

    /// <summary>A visit of the last day may still go on.</summary>
    public static IReadOnlyList<StepCount> Read(FindingScene scene) => scene.Ask(
        _ => $$"""
            SELECT flow_id, flow_version, step_id, bool_or(is_opener), count(*), count(*) FILTER (WHERE NOT "left")
            FROM step_visit
            WHERE {{FindingScene.Days}} AND NOT terminal AND entered_at <= {a_day_ago}
            GROUP BY ALL ORDER BY ALL
            """,
        row => new StepCount(row.Text(0), row.TextOrNull(1), row.Text(2), row.Bool(3), row.Long(4), row.Long(5)));

    /// <summary>The visits that never left.</summary>
    public IReadOnlyList<FindingRow> Rows(FindingScene scene, int most) => scene.Rows(
        "step_visit", "entered_at",
        p => $$"""flow_id = {{p(Flow)}} AND flow_version IS NOT DISTINCT FROM {{p(Version)}} AND step_id = {{p(Step)}} AND NOT terminal AND NOT "left" AND entered_at <= {a_day_ago}""",
        most);
}
