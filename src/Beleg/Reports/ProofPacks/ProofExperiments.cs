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

    /// <summary>All that the figures suggest: money first, the largest first, then counts in the order of the rules.</summary>
    public static IEnumerable<ProofExperiment> Of(ProofSnapshot proof) => Candidates(proof)
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
            var more = (chats - solved) * Uplift;
            yield return Draft(proof, "contain", contained, alone, alone + (1 - alone) * Uplift, price > 0 ? more * price : more, price > 0,
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
                var target = up ? share ? now + (1 - now) * Uplift : now * (1 + Uplift) : now * (1 - Uplift);
                var count = figure.Unit == MetricUnit.Count ? now - target : share && figure.Denominator is { } of ? Math.Abs(target - now) * of : (decimal?)null;
                yield return Draft(proof, rule, figure, now, target, count, money: false, hypothesis, null, gain);
            }
        }
    }

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
        // Cautious: the dear end of the team hour.
        var hour = proof.Assumptions.FirstOrDefault(a => a.Id == "hourly_cost")?.High ?? 0;
        var months = money && gain > 0 && hour > 0 ? decimal.Round(EffortHours * hour / gain.Value, 2) : (decimal?)null;
        return new ProofExperiment
        {
            Rule = rule,
            Metric = figure.Path,
            Hypothesis = hypothesis,
            Target = ReportLanguage.Say(l => rule == "hold_out" ? l.Pick($"Conversion {Text(to, l)} against {Text(from, l)}", $"Konversion {Text(to, l)} gegen {Text(from, l)}") : $"{(name ?? figure.Name).In(l.Code)} {Text(from, l)}\u202f›\u202f{Text(to, l)}"),
            Payback = ReportLanguage.Say(l => (gain, money, months) switch
            {
                (null, _, _) => l.Pick("no money claimed", "kein Geld behauptet"),
                (_, true, { } back) => l.Pick($"+{l.Money(gain.Value, proof.Money)}/month, payback {l.Number(back, 1)} months", $"+{l.Money(gain.Value, proof.Money)}/Monat, bezahlt nach {l.Number(back, 1)} Monaten"),
                (_, true, null) => l.Pick($"+{l.Money(gain.Value, proof.Money)}/month", $"+{l.Money(gain.Value, proof.Money)}/Monat"),
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

    private static decimal Round(MetricUnit unit, decimal value, ProofSnapshot proof) => unit switch
    {
        MetricUnit.Money => decimal.Round(value, proof.Money.Decimals),
        MetricUnit.Count or MetricUnit.DurationMs => decimal.Round(value),
        _ => decimal.Round(value, 6),
    };

    private static decimal Low(ProofSnapshot proof, string assumption) => proof.Assumptions.FirstOrDefault(a => a.Id == assumption)?.Low ?? 0;
}
