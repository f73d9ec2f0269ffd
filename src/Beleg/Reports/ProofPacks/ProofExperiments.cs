using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>
/// Drafts what to try next: the weakest figures, each with a step that may move it, a target a tenth of the way on, and what that tenth
/// would bring in a month on the cautious end of every assumption. A gain that no agreed price turns into money is left a count.
/// </summary>
internal static class ProofExperiments
{
    /// <summary>How far a step is expected to lead: a tenth of the way.</summary>
    public const decimal Uplift = .1m;

    /// <summary>Hours a step is taken to cost: two days of one person.</summary>
    public const decimal EffortHours = 16;

    private const decimal NotWorthIt = .01m;

    /// <summary>What is agreed, running before planned; then what findings and figures suggest about other metrics: money first, the largest first, then counts in the order of the rules.</summary>
    public static IEnumerable<ProofExperiment> Of(ProofSnapshot proof)
    {
        ProofExperiment[] agreed = [.. proof.Plans.Select(plan => Agreed(proof, plan))];
        return agreed.Concat(Found(proof).Concat(Suggested(proof)).Where(e => agreed.All(a => a.Metric != e.Metric && (e.Finding is null || a.Finding != e.Finding))).DistinctBy(e => e.Metric));
    }

    // The words are a person's, in German only where they wrote them so; nobody chose how long they may be for a sheet of one page.
    private static ProofExperiment Agreed(ProofSnapshot proof, ProofPlan plan)
    {
        var runs = plan.State == Sources.ExperimentState.Running;
        return new ProofExperiment
        {
            Rule = runs ? "running" : "planned",
            Experiment = plan.Experiment,
            Metric = plan.Metric,
            Finding = plan.Finding is { } finding && finding.IndexOf('/', StringComparison.Ordinal) is var cut and > 0 ? $"{finding[..cut]}:{finding[(cut + 1)..]}" : null,
            Hypothesis = new(ProofFormat.Short(plan.Says.En, ProofPlace.MaxLength), ProofFormat.Short(plan.Says.De, ProofPlace.MaxLength)),
            Target = ReportLanguage.Say(l => (runs ? l.Pick("Running: ", "Läuft: ") : l.Pick("Planned: ", "Geplant: "))
                + l.Pick($"{plan.Name.En}, {l.Share(plan.LeastEffect, 0)} or more", $"{plan.Name.De}, ab {l.Share(plan.LeastEffect, 0)}")),
            Payback = ReportLanguage.Say(l => plan switch
            {
                { ExpectedGain: { } gain } => Brings(proof, decimal.Round(gain, proof.Money.Decimals), plan.PaybackMonths).In(l.Code),
                { Effort: { } effort } => l.Pick($"costs {l.Money(effort, proof.Money)} once", $"kostet einmal {l.Money(effort, proof.Money)}"),
                _ => l.Pick("no money claimed", "kein Geld behauptet"),
            }),
            MonthlyGain = plan.ExpectedGain,
            GainIsMoney = plan.ExpectedGain is not null,
            PaybackMonths = plan.PaybackMonths,
        };
    }

    /// <summary>What findings propose: each with what was counted and what it costs, cautiously; the most first.</summary>
    private static IEnumerable<ProofExperiment> Found(ProofSnapshot proof)
    {
        foreach (var finding in proof.Findings.Where(f => f.Money is { Low: > 0 } && Steps.ContainsKey(f.Rule)).OrderByDescending(f => f.Money!.Low).DistinctBy(f => f.Subject))
        {
            var (step, name) = (Steps[finding.Rule], MetricCatalogue.Default.Find(finding.Metric)?.Name ?? finding.Title);
            var gain = decimal.Round(finding.Money!.Low!.Value, proof.Money.Decimals);
            var months = PaybackOf(proof, gain);
            yield return new ProofExperiment
            {
                Rule = finding.Rule,
                Metric = finding.Metric,
                Finding = $"{finding.Rule}:{finding.Subject}",
                Hypothesis = step,
                Target = ReportLanguage.Say(l => l.Pick(
                    $"{name.En}: seen {l.Count(finding.Numerator)} of {l.Count(finding.Denominator)}", $"{name.De}: gezählt {l.Count(finding.Numerator)} von {l.Count(finding.Denominator)}")),
                Payback = Brings(proof, gain, months),
                From = finding.Share,
                To = decimal.Round(finding.Share + finding.Effect, 6),
                MonthlyGain = gain,
                GainIsMoney = true,
                PaybackMonths = months,
            };
        }
    }

    private static IEnumerable<ProofExperiment> Suggested(ProofSnapshot proof) => Candidates(proof)
        .Where(e => e.MonthlyGain is null or > 0)
        .OrderByDescending(e => e.GainIsMoney)
        .ThenByDescending(e => e.GainIsMoney ? e.MonthlyGain : 0)
        .DistinctBy(e => e.Metric);

    private static IEnumerable<ProofExperiment> Candidates(ProofSnapshot proof)
    {
        if (ProofExtra.Conversions(proof) is { } extra)
        {
            var (with, without) = (proof.FindPath(ProofExtra.WithChat)!, proof.FindPath(ProofExtra.WithoutChat)!);
            yield return Draft(proof, "hold_out", without, without.Value!.Value, with.Value!.Value, extra, money: false,
                new("A tenth without chat proves its effect.", "Ein Zehntel ohne Chat beweist die Wirkung."), null,
                new("conversions at stake", "Konversionen im Spiel"));
            yield return Draft(proof, "more_chat", with, with.Denominator!.Value, with.Denominator.Value * (1 + Uplift), extra * Uplift, money: false,
                new("Chat on more pages brings more conversions.", "Chat auf mehr Seiten bringt mehr Konversionen."), new Words("Visitors with chat", "Besucher mit Chat"),
                new("conversions", "Konversionen"), MetricUnit.Count);
        }

        if (proof.Find("containment_rate") is { Value: < 1 - NotWorthIt and var alone, Numerator: { } solved, Denominator: { } chats, LowSample: false } contained)
        {
            var price = Low(proof, "would_have_contacted_human") * Low(proof, "cost_per_human_contact");
            var more = Math.Min(chats - solved, solved) * Uplift;
            yield return Draft(proof, "contain", contained, alone, Step(alone), price > 0 ? more * price : more, price > 0,
                new("Automating the commonest hand-off helps.", "Häufigste Übergabe automatisieren."), null, new("chats solved", "gelöste Chats"));
        }

        if (proof.Find("revenue_per_chat") is { Value: > 0 and var each, Numerator: > 0 and var revenue } perChat)
        {
            var margin = Low(proof, "contribution_margin");
            yield return Draft(proof, "offer_earlier", perChat, each, each * (1 + Uplift), revenue * Uplift * (margin > 0 ? margin : 1), money: true,
                new("Best offer earlier sells more.", "Bestes Angebot früher verkauft mehr."), null, null);
        }

        if (proof.Find("abandonment_rate") is { Value: > NotWorthIt and var left, Numerator: { } silent, LowSample: false } abandoned)
        {
            var worth = proof.Find("generated_value")?.Value / proof.Find("automated_conversations")?.Value is > 0 and var value ? value : 0;
            yield return Draft(proof, "buttons", abandoned, left, left * (1 - Uplift), silent * Uplift * (worth > 0 ? worth : 1), worth > 0,
                new("Buttons instead of questions keep chats.", "Knöpfe statt offener Fragen halten Chats."), null, new("chats kept", "gehaltene Chats"));
        }

        foreach (var (metric, rule, hypothesis, gain) in Counted)
        {
            if (proof.Find(metric) is { Value: > NotWorthIt and var now, LowSample: false } figure)
            {
                var up = figure.Good == GoodDirection.Up;
                var share = figure.Unit == MetricUnit.Share;
                var target = up ? share ? Step(now) : now * (1 + Uplift) : now * (1 - Uplift);
                var count = figure.Unit == MetricUnit.Count ? now - target : share && figure.Denominator is { } of ? Math.Abs(target - now) * of : (decimal?)null;
                yield return Draft(proof, rule, figure, now, target, count, money: false, hypothesis, null, gain);
            }
        }
    }

    // A tenth of the way to all of them, and never more than a tenth of what there is: nobody would believe that few become many.
    private static decimal Step(decimal share) => share + Math.Min(1 - share, share) * Uplift;

    /// <summary>What each finding's rule would try, in the few words of a sheet.</summary>
    private static Dictionary<string, Words> Steps { get; } = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["dead_opener"] = new("One tap question first keeps people.", "Eine Tippfrage zuerst hält Menschen."),
        ["long_message"] = new("A shorter message gets answered.", "Kürzere Nachricht wird beantwortet."),
        ["many_asks"] = new("One ask a message gets answered.", "Eine Bitte je Nachricht wirkt."),
        ["vague_offer"] = new("Naming price and outcome sells.", "Preis und Ergebnis nennen verkauft."),
        ["dead_offer"] = new("Replacing the dead offer wins sales.", "Totes Angebot ersetzen bringt Verkäufe."),
        ["department_labels"] = new("Buttons that name outcomes get tapped.", "Knöpfe mit Ergebnissen werden getippt."),
        ["low_click_rate"] = new("One clear link gets clicked.", "Ein klarer Link wird geklickt."),
        ["no_human_door"] = new("A door to people keeps chats.", "Eine Tür zu Menschen hält Chats."),
        ["unanswered"] = new("Answering open hand-offs wins back.", "Offene Übergaben beantworten holt zurück."),
        ["slow_hours"] = new("Staffing slow hours wins back.", "Langsame Stunden besetzen holt zurück."),
        ["sending_time"] = new("Sending at better hours gets answers.", "Zu besseren Stunden senden wirkt."),
    };

    private static IReadOnlyList<(string Metric, string Rule, Words Hypothesis, Words Gain)> Counted { get; } =
    [
        ("fallback_rate", "teach", new("Teaching the commonest unknown question saves chats.", "Die häufigste unbekannte Frage lehren."), new("messages understood", "verstandene Nachrichten")),
        ("opt_out_rate", "write_less", new("Writing less often keeps people reachable.", "Seltener zu schreiben hält Menschen erreichbar."), new("people kept", "gehaltene Menschen")),
        ("leads_without_consent", "ask_consent", new("Asking consent first makes leads usable.", "Erst die Einwilligung macht Leads nutzbar."), new("leads usable", "nutzbare Leads")),
        ("lead_capture_rate", "ask_later", new("Asking for contacts after answering wins leads.", "Erst antworten, dann Kontaktdaten erbitten."), new("leads", "Leads")),
        ("csat", "ask_why", new("Asking unhappy customers why shows faults.", "Unzufriedene nach Gründen fragen zeigt Fehler."), new("good ratings", "gute Bewertungen")),
        ("nps", "ask_why", new("Asking detractors why shows what to mend.", "Kritiker nach Gründen fragen zeigt Fehler."), new("points", "Punkte")),
        ("first_response_time_human", "alert", new("An alert at hand-off shortens the wait.", "Ein Alarm bei Übergabe verkürzt das Warten."), new("", "")),
        ("time_to_resolution", "shorten", new("One question less resolves chats sooner.", "Eine Frage weniger löst Chats früher."), new("", "")),
        ("first_response_time_automated", "instant", new("Greeting at once keeps people in the chat.", "Sofortiger Gruß hält Menschen im Chat."), new("", "")),
        ("automated_conversations", "entry", new("One more entry point starts more chats.", "Ein weiterer Einstieg beginnt mehr Chats."), new("chats", "Chats")),
    ];

    private static ProofExperiment Draft(
        ProofSnapshot proof, string rule, ProofFigure figure, decimal from, decimal to, decimal? gain, bool money, Words hypothesis, Words? name, Words? noun, MetricUnit? unit = null)
    {
        (to, gain) = (Round(unit ?? figure.Unit, to, proof), gain is { } known ? money ? decimal.Round(known, proof.Money.Decimals) : decimal.Round(known) : null);
        var months = money && gain is { } won ? PaybackOf(proof, won) : null;
        return new ProofExperiment
        {
            Rule = rule,
            Metric = figure.Path,
            Hypothesis = hypothesis,
            Target = ReportLanguage.Say(l => rule == "hold_out" ? l.Pick($"Conversion {Text(to, l)} against {Text(from, l)}", $"Konversion {Text(to, l)} gegen {Text(from, l)}") : $"{(name ?? figure.Name).In(l.Code)} {Text(from, l)}\u202f›\u202f{Text(to, l)}"),
            Payback = ReportLanguage.Say(l => (gain, money, months) switch
            {
                (null, _, _) => l.Pick("no money claimed", "kein Geld behauptet"),
                (_, true, _) => Brings(proof, gain.Value, months).In(l.Code),
                _ when rule == "hold_out" => $"{l.Count(gain.Value)} {noun!.In(l.Code)}",
                _ => l.Pick($"+{l.Count(gain.Value)} {noun!.En}/month", $"+{l.Count(gain.Value)} {noun.De}/Monat"),
            }),
            From = from,
            To = to,
            MonthlyGain = gain,
            GainIsMoney = money,
            PaybackMonths = months,
        };

        string Text(decimal value, ReportLanguage l) => ProofFormat.Value(unit ?? figure.Unit, value, l, proof);
    }

    // Cautious: the dear end of the team hour.
    private static decimal? PaybackOf(ProofSnapshot proof, decimal gain) =>
        (proof.Assumptions.FirstOrDefault(a => a.Id == "hourly_cost")?.High ?? 0) is > 0 and var hour && gain > 0 ? decimal.Round(EffortHours * hour / gain, 2) : null;

    private static Words Brings(ProofSnapshot proof, decimal gain, decimal? months) => ReportLanguage.Say(l => months is { } back
        ? l.Pick($"+{l.Money(gain, proof.Money)}/month, payback {l.Number(back, 1)} months", $"+{l.Money(gain, proof.Money)}/Monat, bezahlt nach {l.Number(back, 1)} Monaten")
        : l.Pick($"+{l.Money(gain, proof.Money)}/month", $"+{l.Money(gain, proof.Money)}/Monat"));

    private static decimal Round(MetricUnit unit, decimal value, ProofSnapshot proof) => unit switch
    {
        MetricUnit.Money => decimal.Round(value, proof.Money.Decimals),
        MetricUnit.Count or MetricUnit.DurationMs => decimal.Round(value),
        _ => decimal.Round(value, 6),
    };

    private static decimal Low(ProofSnapshot proof, string assumption) => proof.Assumptions.FirstOrDefault(a => a.Id == assumption)?.Low ?? 0;
}
