using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings;

/// <summary>What became of the messages of one place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Delivered">Delivered, and old enough to judge.</param>
/// <param name="Reacted">Of them answered, pressed or clicked.</param>
/// <param name="WithLinks">Delivered with a link.</param>
/// <param name="Clicked">Of them clicked.</param>
internal sealed record PlaceCount(CopyPlace Place, long Delivered, long Reacted, long WithLinks, long Clicked)
{
    private const string Outbound = "direction = 'outbound' AND kind <> 'note' AND actor IN ('bot', 'flow', 'timer') AND delivered_at IS NOT NULL AND \"at\" <= {a_day_ago}";

    private const string HasReacted = "(replied_at IS NOT NULL OR link_clicked_at IS NOT NULL OR button_clicked_at IS NOT NULL)";

    public static IReadOnlyList<PlaceCount> Read(FindingScene scene) => scene.Ask(
        _ => $"""
            SELECT flow_id, flow_version, step_id, template, campaign_id, count(*), count(*) FILTER (WHERE {HasReacted}),
              count(*) FILTER (WHERE has_links), count(*) FILTER (WHERE has_links AND link_clicked_at IS NOT NULL)
            FROM message
            WHERE {FindingScene.Days} AND {Outbound} AND coalesce(flow_id, template, campaign_id) IS NOT NULL
            GROUP BY ALL ORDER BY ALL
            """,
        row => new PlaceCount(
            new CopyPlace(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4)),
            row.Long(5), row.Long(6), row.Long(7), row.Long(8)));

    /// <summary>The messages nobody reacted to, or with a link nobody clicked.</summary>
    public IReadOnlyList<FindingRow> Rows(FindingScene scene, int most, bool links = false) => scene.Rows(
        "message", "\"at\"",
        p => $"""
            {Outbound} AND {(links ? "has_links AND link_clicked_at IS NULL" : "NOT " + HasReacted)}
            AND flow_id IS NOT DISTINCT FROM {p(Place.Flow)} AND flow_version IS NOT DISTINCT FROM {p(Place.Version)} AND step_id IS NOT DISTINCT FROM {p(Place.Step)}
            AND template IS NOT DISTINCT FROM {p(Place.Template)} AND campaign_id IS NOT DISTINCT FROM {p(Place.Campaign)}
            """,
        most);
}
