using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>Parts of the day in which whoever asks for a person waits longer than else.</summary>
internal sealed class SlowHours : FindingRule
{
    /// <summary>Among so many of the latest rows those of the hours are looked for: enough for a page, bounded for a busy workspace.</summary>
    private const int Latest = 20_000;

    private const decimal LeastDifference = .1m;
    private const string Slow = "(human_response_ms IS NULL OR human_response_ms > 3600000)";

    public override string Id => "slow_hours";

    public override Words Title => new("Slow hours", "Langsame Stunden");

    public override Words LooksFor => new(
        "Parts of the day in which 10 points more than else wait over an hour for a person.",
        "Tageszeiten, in denen 10 Prozentpunkte mehr als sonst über eine Stunde auf einen Menschen warten.");

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        var hours = HourCount.Of(
            scene.Ask(
                _ => $$"""
                    SELECT date_trunc('hour', human_clock_at), count(*), count(*) FILTER (WHERE {{Slow}})
                    FROM conversation WHERE {{FindingScene.Days}} AND human_clock_at <= {a_day_ago} GROUP BY 1 ORDER BY 1
                    """,
                row => (row.Instant(0), row.Long(1), row.Long(2))),
            scene.Query.Settings.Zone);
        foreach (var part in hours.Where(h => h.Total >= MinSample))
        {
            var (slow, of) = (hours.Sum(h => h.Hit) - part.Hit, hours.Sum(h => h.Total) - part.Total);
            if (of < MinSample || (decimal)part.Hit / part.Total - (decimal)slow / of < LeastDifference || ShareDifference.Newcombe(part.Hit, part.Total, slow, of) is not { Low: > 0 } difference)
                continue;
            var evidence = FindingEvidence.Of(part.Hit, part.Total, (decimal)slow / of);
            yield return new Finding
            {
                Rule = Id,
                Subject = part.Part.Code,
                Title = Title,
                Says = ReportLanguage.Say(l => l.Pick(
                    $"From {part.Part.Name.En} {l.Share(evidence.Share)} of {l.Count(part.Total)} people wait over an hour for a person; at other times {l.Share((decimal)slow / of)} do.",
                    $"Von {part.Part.Name.De} warten {l.Share(evidence.Share)} von {l.Count(part.Total)} Menschen über eine Stunde auf einen Menschen; sonst sind es {l.Share((decimal)slow / of)}.")),
                Advice = new("Put somebody there, or say when a person will answer.", "Jemanden einteilen oder sagen, wann ein Mensch antwortet."),
                Evidence = evidence,
                Confidence = difference.Low >= (double)LeastDifference ? FindingConfidence.Strong : FindingConfidence.Fair,
                Money = Losses.WonBack(scene, FindingEvidence.Of(Excess(part, slow, of), part.Total), null),
                Experiment = new ProposedExperiment(
                    new("If somebody answers in these hours, more of those who wait stay.", "Antwortet in diesen Stunden jemand, so bleiben mehr von denen, die warten."), "first_response_time_human", -1_800_000m),
                Behind = (at, most) => [.. at.Rows("conversation", "human_clock_at", _ => $$"""human_clock_at <= {a_day_ago} AND {{Slow}}""", Latest)
                    .Where(r => DayPart.Of(r.At.InZone(at.Query.Settings.Zone).Hour) == part.Part).Take(most)],
            };
        }
    }

    // Only those who wait because of the hour: as many wait at any time.
    private static long Excess(HourCount part, long slow, long of) => Math.Max(0, part.Hit - (long)decimal.Round((decimal)slow / of * part.Total));
}
