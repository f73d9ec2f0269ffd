using Beleg.Metrics;
using Beleg.Reports.Copy;
using Beleg.Statistics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>An offer in the middle of a flow that costs more people than the other steps do, or a campaign after which nobody bought.</summary>
internal sealed class DeadOffer : FindingRule
{
    /// <summary>Without a single order among so many recipients, fewer than one in twenty-seven buys (Wilson, 95 %).</summary>
    private const int LeastRecipients = 100;

    public override string Id => "dead_offer";

    public override Words Title => new("Dead offer", "Totes Angebot");

    public override Words LooksFor => new(
        "Offers in the middle of a flow that lose more people than its other steps; campaigns of 100 recipients or more without one order.",
        "Angebote mitten im Flow, die mehr Menschen verlieren als seine anderen Schritte; Kampagnen ab 100 Empfängern ohne eine Bestellung.");

    public override IEnumerable<Finding> Find(FindingScene scene) => Steps(scene).Concat(Campaigns(scene));

    private IEnumerable<Finding> Steps(FindingScene scene)
    {
        foreach (var step in scene.Steps.Where(s => !s.IsOpener && s.Visits >= MinSample))
        {
            if (scene.Copy.FirstOrDefault(c => step.Is(c.Place)) is not { Traits.IsOffer: true } sample)
                continue;
            var others = scene.Steps.Where(s => s.Flow == step.Flow && s.Version == step.Version && s != step && !s.IsOpener).ToArray();
            var (lost, of) = (others.Sum(s => s.Stuck), others.Sum(s => s.Visits));
            if (of < MinSample || ShareDifference.Newcombe(step.Stuck, step.Visits, lost, of) is not { Low: > 0 })
                continue;
            var evidence = FindingEvidence.Of(step.Stuck, step.Visits, (decimal)lost / of);
            yield return Of(sample, evidence, ReportLanguage.Say(l => l.Pick(
                $"The offer at {step.Subject} loses {l.Share(evidence.Share)} of {l.Count(step.Visits)} people; the flow's other steps lose {l.Share((decimal)lost / of)}.",
                $"Das Angebot an {step.Subject} verliert {l.Share(evidence.Share)} von {l.Count(step.Visits)} Menschen; die anderen Schritte des Flows verlieren {l.Share((decimal)lost / of)}.")),
                "step_dropoff", Losses.WonBack(scene, evidence, step.Flow), step.Rows);
        }
    }

    private IEnumerable<Finding> Campaigns(FindingScene scene)
    {
        var campaigns = scene.Ask(
            _ => $$"""
                SELECT m.campaign_id, count(DISTINCT m.contact) FROM message AS m
                WHERE m.day >= {bucket_from} AND m.day < {bucket_to} AND m.direction = 'outbound' AND m.campaign_id IS NOT NULL AND m.delivered_at <= {look_back_from}
                  AND NOT EXISTS (SELECT 1 FROM credit AS c WHERE c.campaign_id = m.campaign_id AND c.kind = 'order' AND c.is_chat)
                GROUP BY 1 HAVING count(DISTINCT m.contact) >= {{LeastRecipients.ToString(System.Globalization.CultureInfo.InvariantCulture)}} ORDER BY 1
                """,
            row => (Campaign: row.Text(0), Recipients: row.Long(1)));
        foreach (var (campaign, recipients) in campaigns)
        {
            yield return Of(
                new CopySample(new CopyPlace(null, null, null, null, campaign), recipients, scene.Copy.FirstOrDefault(c => c.Place.Campaign == campaign)?.Text ?? "", CopyTraits.Of("", [])),
                FindingEvidence.Of(0, recipients), ReportLanguage.Say(l => l.Pick(
                    $"{l.Count(recipients)} people got {campaign}, none has ordered after it, and its window has passed.",
                    $"{l.Count(recipients)} Menschen bekamen {campaign}, keiner hat danach bestellt, und das Fenster ist vorbei.")),
                "rocs", null, (at, most) => at.Rows("message", "\"at\"", p => $"direction = 'outbound' AND campaign_id = {p(campaign)} AND delivered_at IS NOT NULL", most));
        }
    }

    private Finding Of(CopySample sample, FindingEvidence evidence, Words says, string metric, FindingMoney? money, Func<FindingScene, int, IReadOnlyList<FindingRow>> behind) => new()
    {
        Rule = Id,
        Subject = sample.Place.Name,
        Title = Title,
        Says = says,
        Advice = new("Take it out, or put what sells best in its place.", "Herausnehmen oder an seine Stelle setzen, was sich am besten verkauft."),
        Evidence = evidence,
        Confidence = FindingConfidence.Strong,
        Money = money,
        Experiment = new ProposedExperiment(
            new("Without the offer more people go on, and no fewer buy.", "Ohne das Angebot gehen mehr weiter, und nicht weniger kaufen."), metric, metric == "rocs" ? 1 : -.05m),
        Excerpt = sample.Text.Length > 0 ? sample.Text : null,
        Behind = behind,
    };
}
