using Beleg.Sources;
using Beleg.Statistics.Experiments;

namespace Beleg.Reports.ProofPacks;

/// <summary>Drafts the commentary: where it goes, what might go wrong, what to decide; three or four points where there is anything to say.</summary>
internal static class ProofCommentary
{
    private const int Most = 4;
    private const decimal Steady = .02m;
    private const int DaysOfAWeek = 7;

    /// <summary>The points: a trend, up to two risks, and decisions to fill.</summary>
    public static IEnumerable<ProofComment> Of(ProofSnapshot proof)
    {
        var trend = Trend(proof).ToArray();
        var decisions = Decisions(proof).ToArray();
        // Where a decision would end a risk, the decision says it.
        var risks = proof.Risks.Where(r => decisions.All(d => d.Rule != r.Rule)).Take(decisions.Length > 0 && trend.Length > 0 ? 1 : 2).Select(r => new ProofComment(ProofCommentKind.Risk, r.Rule, r.Text)).ToArray();
        // What is restated stands below and takes the place of a point: of what lies ahead, never of a decision.
        var most = proof.Restated.Count > 0 ? Most - 1 : Most;
        var ahead = Ahead(proof).Take(most - trend.Length - risks.Length - Math.Min(1, decisions.Length)).ToArray();
        return trend.Concat(ahead).Concat(risks).Concat(decisions.Take(most - trend.Length - ahead.Length - risks.Length));
    }

    private static IEnumerable<ProofComment> Trend(ProofSnapshot proof)
    {
        var known = proof.Trend.Where(m => m.Value is not null).ToArray();
        if (known.Length == 0)
            yield break;
        if (known.Length == 1)
        {
            yield return Say(ProofCommentKind.Trend, "first_month", l => l.Pick("First month with figures: nothing to compare yet.", "Erster Monat mit Zahlen: noch kein Vergleich."));
            yield break;
        }

        var (first, last) = (known[0], known[^1]);
        var (was, now) = (first.Value!.Value, last.Value!.Value);
        var size = Math.Max(Math.Abs(was), Math.Abs(now));
        var way = size == 0 || Math.Abs(now - was) <= size * Steady ? 0 : Math.Sign(now - was);
        yield return Say(ProofCommentKind.Trend, way switch { 0 => "steady", 1 => "rising", _ => "falling" }, l =>
        {
            var (from, since) = (l.Money(was, proof.Money), l.MonthName(first.Month));
            return way switch
            {
                0 => l.Pick($"Net value is steady since {since}.", $"Nettowert seit {since} gleichbleibend."),
                1 => l.Pick($"Net value rose from {from} in {since}.", $"Nettowert seit {since} gestiegen, damals {from}."),
                _ => l.Pick($"Net value fell from {from} in {since}.", $"Nettowert seit {since} gefallen, damals {from}."),
            };
        });
    }

    // What the retainer is worth: the expected value and the 80 % interval, the scope as it is.
    private static IEnumerable<ProofComment> Ahead(ProofSnapshot proof)
    {
        if (proof.Outlook is not { } ahead)
            yield break;
        yield return Say(ProofCommentKind.Outlook, "retainer", l =>
        {
            var span = (ahead, ahead.Months ?? WholeMonths(proof.Month, ahead.Days)) switch
            {
                (_, { } months) => l.Pick($"{l.Count(months)}\u00a0months", $"{l.Count(months)}\u00a0Monate"),
                // The forecast's own step: a week.
                ({ Days: >= 14 and var days }, _) when days % DaysOfAWeek == 0 => l.Pick($"{l.Count(days / DaysOfAWeek)}\u00a0weeks", $"{l.Count(days / DaysOfAWeek)}\u00a0Wochen"),
                _ => l.Pick($"{l.Count(ahead.Days)}\u00a0days", $"{l.Count(ahead.Days)}\u00a0Tage"),
            };
            var (low, value, high) = (Whole(ahead.Low80, proof, l), Whole(ahead.Value, proof, l), Whole(ahead.High80, proof, l));
            return l.Pick($"Next {span}: {value}, 80%\u00a0range {low} to {high}.", $"Nächste {span}: {value}, 80-%-Spanne {low} bis {high}.");
        });
    }

    private static int? WholeMonths(NodaTime.YearMonth month, int days)
    {
        var first = month.PlusMonths(1).OnDayOfMonth(1);
        var end = first.PlusDays(days);
        return end.Day == 1 && end > first.PlusMonths(1) ? NodaTime.Period.Between(first, end, NodaTime.PeriodUnits.Months).Months : null;
    }

    // A forecast to the cent would claim to know it.
    private static string Whole(decimal amount, ProofSnapshot proof, ReportLanguage l) => l.Dress(l.Count(decimal.Round(amount)), proof.Money);

    private static IEnumerable<ProofComment> Decisions(ProofSnapshot proof)
    {
        if (proof.Trials.FirstOrDefault(t => t.Verdict == VerdictKind.Ship && t.State != ExperimentState.Decided) is { } better)
            yield return Say(ProofCommentKind.Decision, "ship", l => l.Pick($"Make “{ProofFormat.Brief(better.Arm)}” the rule?", $"„{ProofFormat.Brief(better.Arm)}“ zur Regel machen?"));
        if (proof.Trials.FirstOrDefault(t => t.Verdict == VerdictKind.RollBack && t.State != ExperimentState.Decided) is { } worse)
            yield return Say(ProofCommentKind.Decision, "roll_back", l => l.Pick($"Take back “{ProofFormat.Brief(worse.Arm)}”.", $"„{ProofFormat.Brief(worse.Arm)}“ zurücknehmen."));
        if (proof.CutOff is null)
        {
            yield return Say(ProofCommentKind.Decision, "connect", l => l.Pick("Connect a channel: nothing has arrived yet.", "Einen Kanal anbinden: noch kam nichts an."));
            yield break;
        }

        if (proof.Find("roi_pct") is { Value: null })
            yield return Say(ProofCommentKind.Decision, "no_cost", l => l.Pick("Record what the programme costs.", "Die Kosten des Programms erfassen."));
        if (proof.Find("generated_value") is { Value: 0 } && proof.FindPath(ProofExtra.WithChat) is not null)
            yield return Say(ProofCommentKind.Decision, "price_conversions", l => l.Pick("Agree what a conversion is worth.", "Vereinbaren, was eine Konversion wert ist."));
        // Only those that would change a figure of this month are worth Finance's time.
        if (proof.Assumptions.FirstOrDefault(a => a.Unset && Matters(a, proof)) is { } open)
        {
            var (english, german) = Agree(open.Id);
            yield return Say(ProofCommentKind.Decision, "assumptions_unset", l => l.Pick(english, german));
        }

        // What runs needs no start.
        if (proof.Experiments is [{ Rule: not "running" }, ..])
            yield return Say(ProofCommentKind.Decision, "start", l => l.Pick("Start the first experiment?", "Das erste Experiment beginnen?"));
    }

    private static (string English, string German) Agree(string assumption) => assumption switch
    {
        "contribution_margin" => ("Agree the contribution margin.", "Deckungsbeitrag vereinbaren."),
        "cost_per_human_contact" => ("Agree what a human contact costs.", "Kosten je menschlichem Kontakt vereinbaren."),
        _ => ("Agree how many would ask people.", "Vereinbaren, wie viele Menschen fragten."),
    };

    private static bool Matters(ProofAssumption assumption, ProofSnapshot proof) => assumption.Id switch
    {
        "contribution_margin" => proof.Find("attributed_revenue") is { Value: > 0 },
        "cost_per_human_contact" => proof.Find("containment_rate") is { Numerator: > 0 },
        // Without a price the share moves nothing.
        "would_have_contacted_human" => proof.Find("avoided_support_cost") is { Value: > 0 },
        _ => false,
    };

    private static ProofComment Say(ProofCommentKind kind, string rule, Func<ReportLanguage, string> text) => new(kind, rule, ReportLanguage.Say(text));
}
