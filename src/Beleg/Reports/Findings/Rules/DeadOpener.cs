using Beleg.Metrics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A first message at which four of ten leave.</summary>
internal sealed class DeadOpener : FindingRule
{
    /// <summary>A loss of this size at the first message is more than any later step can make good.</summary>
    private const decimal Threshold = .4m;

    public override string Id => "dead_opener";

    public override Words Title => new("Dead opener", "Toter Einstieg");

    public override Words LooksFor => new("Flows that 40% or more leave after the first message.", "Flows, die 40\u00a0% oder mehr nach der ersten Nachricht verlassen.");

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        foreach (var opener in scene.Steps.Where(s => s.IsOpener && s.Visits >= MinSample && s.Stuck >= Threshold * s.Visits))
        {
            var evidence = FindingEvidence.Of(opener.Stuck, opener.Visits, Threshold);
            yield return new Finding
            {
                Rule = Id,
                Subject = opener.Subject,
                Title = Title,
                Says = ReportLanguage.Say(l => l.Pick(
                    $"{l.Count(opener.Stuck)} of {l.Count(opener.Visits)} people ({l.Share(evidence.Share)}) left {opener.Flow} after its first message.",
                    $"{l.Count(opener.Stuck)} von {l.Count(opener.Visits)} Menschen ({l.Share(evidence.Share)}) verließen {opener.Flow} nach der ersten Nachricht.")),
                Advice = new(
                    "Begin with one question that can be answered by a tap, and say what they get for it.",
                    "Mit einer Frage beginnen, die ein Tippen beantwortet, und sagen, was man dafür bekommt."),
                Evidence = evidence,
                Confidence = evidence.Low >= Threshold ? FindingConfidence.Strong : FindingConfidence.Fair,
                Money = Losses.WonBack(scene, evidence, opener.Flow),
                Experiment = new ProposedExperiment(
                    new("If the first message asks one thing with answers to tap, fewer people leave after it.", "Fragt die erste Nachricht nur eines, mit Antworten zum Antippen, so gehen danach weniger."),
                    "opener_dropoff", -.05m),
                Excerpt = scene.Copy.FirstOrDefault(c => opener.Is(c.Place))?.Text,
                Behind = opener.Rows,
            };
        }
    }
}
