using Beleg.Metrics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A flow out of which nobody was ever handed to a person, although people got stuck in it.</summary>
internal sealed class NoHumanDoor : FindingRule
{
    private const int LeastConversations = 100;

    public override string Id => "no_human_door";

    public override Words Title => new("No way to a person", "Kein Weg zu einem Menschen");

    public override Words LooksFor => new(
        "Flows with 100 conversations or more of which none was handed to a person, and in which people were not understood or gave up.",
        "Flows ab 100 Unterhaltungen, aus denen keine zu einem Menschen kam, obwohl Menschen nicht verstanden wurden oder aufgaben.");

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        var flows = scene.Ask(
            _ => $$"""
                SELECT flow_id, count(*), count(*) FILTER (WHERE abandoned OR fallbacks > 0)
                FROM conversation WHERE {{FindingScene.Days}} AND automated AND flow_id IS NOT NULL
                GROUP BY 1 HAVING count(*) >= {{LeastConversations.ToString(System.Globalization.CultureInfo.InvariantCulture)}} AND NOT bool_or(human_involved) ORDER BY 1
                """,
            row => (Flow: row.Text(0), All: row.Long(1), Stuck: row.Long(2)));
        foreach (var (flow, all, stuck) in flows.Where(f => f.Stuck >= MinSample))
        {
            var evidence = FindingEvidence.Of(stuck, all);
            yield return new Finding
            {
                Rule = Id,
                Subject = flow,
                Title = Title,
                Says = ReportLanguage.Say(l => l.Pick(
                    $"None of {l.Count(all)} conversations in {flow} reached a person; {l.Count(stuck)} ({l.Share(evidence.Share)}) ended not understood or in silence.",
                    $"Keine von {l.Count(all)} Unterhaltungen in {flow} erreichte einen Menschen; {l.Count(stuck)} ({l.Share(evidence.Share)}) endeten unverstanden oder im Schweigen.")),
                Advice = new("Offer a person after the first answer that was not understood.", "Nach der ersten unverstandenen Antwort einen Menschen anbieten."),
                Evidence = evidence,
                Confidence = FindingConfidence.Fair,
                Money = Losses.WonBack(scene, evidence, flow),
                Experiment = new ProposedExperiment(
                    new("If the flow offers a person once it has not understood, fewer people give up.", "Bietet der Flow nach einem Nichtverstehen einen Menschen an, so geben weniger auf."), "abandonment_rate", -.03m),
                Behind = (at, most) => at.Rows("conversation", "started_at", p => $"automated AND flow_id = {p(flow)} AND (abandoned OR fallbacks > 0)", most),
            };
        }
    }
}
