using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A link that is clicked less than half as often as the workspace's others.</summary>
internal sealed class LowClickRate : FindingRule
{
    private const decimal Fraction = .5m;

    public override string Id => "low_click_rate";

    public override Words Title => new("Links nobody clicks", "Links, die niemand klickt");

    public override Words LooksFor => new("Links that are clicked less than half as often as the workspace's others.", "Links, die nicht halb so oft geklickt werden wie die anderen.");

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        var linked = scene.Places.Where(p => p.WithLinks >= MinSample).ToArray();
        foreach (var place in linked)
        {
            var others = linked.Where(p => p != place).ToArray();
            var (clicked, of) = (others.Sum(p => p.Clicked), others.Sum(p => p.WithLinks));
            if (of < MinSample || clicked == 0 || place.Clicked * of >= Fraction * clicked * place.WithLinks)
                continue;
            var rest = (decimal)clicked / of;
            var evidence = FindingEvidence.Of(place.Clicked, place.WithLinks, rest);
            if (ShareDifference.Newcombe(clicked, of, place.Clicked, place.WithLinks) is not { Low: > 0 })
                continue;
            yield return new Finding
            {
                Rule = Id,
                Subject = place.Place.Name,
                Title = Title,
                Says = ReportLanguage.Say(l => l.Pick(
                    $"{l.Count(place.Clicked)} of {l.Count(place.WithLinks)} recipients ({l.Share(evidence.Share)}) clicked the link at {place.Place.Name}; elsewhere {l.Share(rest)} do.",
                    $"{l.Count(place.Clicked)} von {l.Count(place.WithLinks)} Empfängern ({l.Share(evidence.Share)}) klickten den Link an {place.Place.Name}; anderswo sind es {l.Share(rest)}.")),
                Advice = new("Say what opens behind it, and put it on a line of its own or on a button.", "Sagen, was sich dahinter öffnet, und ihn in eine eigene Zeile oder auf einen Knopf setzen."),
                Evidence = evidence,
                Confidence = evidence.High < Fraction * rest ? FindingConfidence.Strong : FindingConfidence.Fair,
                Money = Losses.MoreReactions(scene, place.Clicked, place.Place.Flow),
                Experiment = new ProposedExperiment(
                    new("If the message says what opens behind the link, more people click it.", "Sagt die Nachricht, was sich hinter dem Link öffnet, so klicken mehr."), "ctr", .02m),
                Excerpt = scene.Copy.FirstOrDefault(c => c.Place == place.Place)?.Text,
                Behind = (at, most) => place.Rows(at, most, links: true),
            };
        }
    }
}
