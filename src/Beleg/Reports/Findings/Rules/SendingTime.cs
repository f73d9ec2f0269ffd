using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A part of the day in which campaigns get more reactions than else, while most are sent at other times.</summary>
internal sealed class SendingTime : FindingRule
{
    /// <summary>Among so many of the latest rows those of the hours are looked for: enough for a page, bounded for a busy workspace.</summary>
    private const int Latest = 20_000;

    public override string Id => "sending_time";

    public override Words Title => new("Better sending time", "Bessere Sendezeit");

    public override Words LooksFor => new(
        "A part of the day in which campaigns get surely more answers and clicks than at other times.",
        "Eine Tageszeit, zu der Kampagnen sicher mehr Antworten und Klicks bekommen als sonst.");

    private const string Sent = """direction = 'outbound' AND kind = 'campaign' AND delivered_at IS NOT NULL AND "at" <= {a_day_ago}""";

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        var hours = HourCount.Of(
            scene.Ask(
                _ => $"""
                    SELECT date_trunc('hour', "at"), count(*), count(*) FILTER (WHERE replied_at IS NOT NULL OR link_clicked_at IS NOT NULL OR button_clicked_at IS NOT NULL)
                    FROM message WHERE {FindingScene.Days} AND {Sent} GROUP BY 1 ORDER BY 1
                    """,
                row => (row.Instant(0), row.Long(1), row.Long(2))),
            scene.Query.Settings.Zone);
        if (hours.Where(h => h.Total >= MinSample).MaxBy(h => (decimal)h.Hit / h.Total) is not { } best)
            yield break;
        var (hit, of) = (hours.Sum(h => h.Hit) - best.Hit, hours.Sum(h => h.Total) - best.Total);
        if (of < MinSample || ShareDifference.Newcombe(best.Hit, best.Total, hit, of) is not { Low: > 0 })
            yield break;
        var evidence = FindingEvidence.Of(best.Hit, best.Total, (decimal)hit / of);
        yield return new Finding
        {
            Rule = Id,
            Subject = best.Part.Code,
            Title = Title,
            Says = ReportLanguage.Say(l => l.Pick(
                $"Campaigns sent from {best.Part.Name.En} get a reaction from {l.Share(evidence.Share)} of {l.Count(best.Total)} recipients; at other times from {l.Share((decimal)hit / of)} of {l.Count(of)}.",
                $"Kampagnen von {best.Part.Name.De} erreichen {l.Share(evidence.Share)} von {l.Count(best.Total)} Empfängern; zu anderen Zeiten {l.Share((decimal)hit / of)} von {l.Count(of)}.")),
            Advice = new("Send the next campaign then, half of it at the usual time to be sure.", "Die nächste Kampagne dann senden, zur Sicherheit die Hälfte zur gewohnten Zeit."),
            Evidence = evidence,
            // Which campaigns were sent when is no chance, so the hour alone may not be what makes the difference.
            Confidence = FindingConfidence.Fair,
            Money = Losses.MoreReactions(scene, hit, null),
            Experiment = new ProposedExperiment(
                new($"If campaigns go out from {best.Part.Name.En}, more people react.", $"Gehen Kampagnen von {best.Part.Name.De} hinaus, so reagieren mehr."), "reply_rate", .02m),
            Behind = (at, most) => [.. at.Rows("message", "\"at\"", _ => Sent, Latest).Where(r => DayPart.Of(r.At.InZone(at.Query.Settings.Zone).Hour) == best.Part).Take(most)],
        };
    }
}
