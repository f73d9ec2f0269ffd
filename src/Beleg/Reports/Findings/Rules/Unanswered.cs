using Beleg.Metrics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>People who wrote and got no answer, or asked for a person who never came.</summary>
internal sealed class Unanswered : FindingRule
{
    private const int LeastLeft = 5;

    // A day is more than anybody waits in a chat.
    private const string Left = """
        ended_at <= {a_day_ago} AND inbound > 0 AND ((human_clock_at IS NOT NULL AND human_response_ms IS NULL AND NOT human_acted)
          OR (automated_outbound = 0 AND human_outbound = 0 AND NOT human_acted AND resolved_by = 'nobody'))
        """;

    public override string Id => "unanswered";

    public override Words Title => new("Left without an answer", "Ohne Antwort geblieben");

    public override Words LooksFor => new(
        "Conversations in which somebody wrote and nobody answered, or asked for a person who never came; 5 or more.",
        "Unterhaltungen, in denen jemand schrieb und niemand antwortete, oder der verlangte Mensch nie kam; ab 5.");

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        var channels = scene.Ask(
            _ => $"""
                SELECT channel, count(*) FILTER (WHERE inbound > 0), count(*) FILTER (WHERE {Left}), count(*) FILTER (WHERE {Left} AND human_clock_at IS NOT NULL)
                FROM conversation WHERE {FindingScene.Days} GROUP BY 1 ORDER BY 1
                """,
            row => (Channel: row.Text(0), All: row.Long(1), Left: row.Long(2), Asked: row.Long(3)));
        foreach (var (channel, all, left, asked) in channels.Where(c => c.All >= MinSample && c.Left >= LeastLeft))
        {
            var evidence = FindingEvidence.Of(left, all);
            yield return new Finding
            {
                Rule = Id,
                Subject = channel,
                Title = Title,
                Says = ReportLanguage.Say(l => l.Pick(
                    $"{l.Count(left)} of {l.Count(all)} conversations on {channel} ({l.Share(evidence.Share)}) got no answer within a day; in {l.Count(asked)} a person was asked for.",
                    $"{l.Count(left)} von {l.Count(all)} Unterhaltungen auf {channel} ({l.Share(evidence.Share)}) blieben einen Tag ohne Antwort; in {l.Count(asked)} wurde ein Mensch verlangt.")),
                Advice = new("Answer who is waiting today, and have hand-offs ring somebody.", "Wer wartet, heute beantworten, und Übergaben bei jemandem klingeln lassen."),
                Evidence = evidence,
                Confidence = FindingConfidence.Strong,
                Money = Losses.WonBack(scene, evidence, null),
                Experiment = new ProposedExperiment(
                    new("If a hand-off that nobody takes within ten minutes goes to a second person, fewer stay unanswered.", "Geht eine Übergabe nach zehn Minuten an eine zweite Person, so bleiben weniger unbeantwortet."), "dm_to_sale", .01m),
                Behind = (at, most) => at.Rows("conversation", "started_at", p => $"channel::VARCHAR = {p(channel)} AND {Left}", most),
            };
        }
    }
}
