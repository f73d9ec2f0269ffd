using Beleg.Metrics;
using Beleg.Statistics.Experiments;

namespace Beleg.Reports.ProofPacks;

/// <summary>Drafts the wins, each with a line that says what it means for the business: value first, then what changed, then what is.</summary>
internal static class ProofWins
{
    private const decimal HighSatisfaction = .8m;
    private const decimal QuickAnswerMs = 60_000;

    /// <summary>One story each: net value and ROI are one, all credited money is one.</summary>
    private static readonly Dictionary<string, string> Themes = new()
    {
        ["net_value"] = "value",
        ["roi_pct"] = "value",
        ["payback_months"] = "value",
        ["revenue_per_chat"] = "revenue",
        ["influenced_revenue"] = "revenue",
        ["attributed_revenue"] = "revenue",
        ["avoided_support_cost"] = "containment_rate",
    };

    /// <summary>What a win is about, so that no story is told twice.</summary>
    public static string Theme(ProofPoint win) => win.Metric is { } metric ? Themes.GetValueOrDefault(metric, metric) : win.Rule;

    /// <summary>All that can be said, the weightiest first.</summary>
    public static IEnumerable<ProofPoint> Of(ProofSnapshot proof) =>
        Value(proof).Concat(Proven(proof)).Concat(Saved(proof)).Concat(Converts(proof)).Concat(Changed(proof)).Concat(Standing(proof));

    private static IEnumerable<ProofPoint> Value(ProofSnapshot proof)
    {
        if (proof.Find("net_value") is { Value: > 0 } net && proof.Find("roi_pct") is { Value: not null } roi)
        {
            yield return Win("net_positive", net,
                l => l.Pick($"Earned {Text(net, l, proof)} more than it cost.", $"Brachte {Text(net, l, proof)} mehr, als es kostete."),
                l => $"{roi.Name.In(l.Code)} {Text(roi, l, proof)}");
        }
    }

    // The one claim of cause a proof makes: contacts were drawn by lot, and some were left as before.
    private static IEnumerable<ProofPoint> Proven(ProofSnapshot proof)
    {
        foreach (var trial in proof.Trials.Where(t => t.Verdict == VerdictKind.Ship))
        {
            yield return new ProofPoint("experiment", null, ReportLanguage.Say(l => l.Pick(
                $"“{ProofFormat.Brief(trial.Arm)}” proved better: {Measure(trial).En} {Lift(trial.Lift, l)}.", $"„{ProofFormat.Brief(trial.Arm)}“ ist erwiesen besser: {Measure(trial).De} {Lift(trial.Lift, l)}.")))
            {
                Business = ReportLanguage.Say(l => l.Pick(
                    $"95%: {Lift(trial.Low, l)} to {Lift(trial.High, l)}, {l.Count(trial.Contacts)} contacts by lot", $"95\u00a0%: {Lift(trial.Low, l)} bis {Lift(trial.High, l)}, {l.Count(trial.Contacts)} Kontakte nach Los")),
            };
        }
    }

    private static Words Measure(ProofTrial trial) => trial.Metric == "revenue" ? new("revenue", "Umsatz") : Experiments.ExperimentMetric.Find(trial.Metric)?.Name ?? new(trial.Metric, trial.Metric);

    private static string Lift(decimal share, ReportLanguage l) => (share > 0 ? "+" : "") + l.Share(share, 0);

    private static IEnumerable<ProofPoint> Saved(ProofSnapshot proof)
    {
        if (proof.Find("avoided_support_cost") is not { Value: > 0 } saved || proof.Find("containment_rate") is not { Value: not null } alone)
            yield break;
        var before = proof.Assumptions.FirstOrDefault(a => a.Id == "baseline_containment" && a.Low > 0);
        var price = proof.Assumptions.FirstOrDefault(a => a.Id == "cost_per_human_contact");
        var spared = proof.Find("deflected_contacts");
        // The sum is written out only where it is one: cautious contacts times the cautious price.
        var multiplies = spared is not null && price is not null && spared.Value * price.Low == saved.Value;
        yield return Win("support_saved", saved,
            l => before is null
                ? l.Pick($"{Text(alone, l, proof)} of chats solved without people.", $"{Text(alone, l, proof)} der Chats ohne Menschen gelöst.")
                : l.Pick($"{Text(alone, l, proof)} of chats solved without people, {l.Share(before.Value, 0)} before.", $"{Text(alone, l, proof)} der Chats ohne Menschen gelöst, vorher {l.Share(before.Value, 0)}."),
            l => multiplies
                ? l.Pick($"{Text(spared!, l, proof)} contacts × {l.Money(price!.Low, proof.Money)} = {Text(saved, l, proof)}", $"{Text(spared!, l, proof)} Kontakte × {l.Money(price!.Low, proof.Money)} = {Text(saved, l, proof)}")
                : l.Pick($"{Text(saved, l, proof)} support cost avoided", $"{Text(saved, l, proof)} Supportkosten vermieden."));
    }

    private static IEnumerable<ProofPoint> Converts(ProofSnapshot proof)
    {
        if (ProofExtra.Conversions(proof) is not { } extra)
            yield break;
        var (with, without) = (proof.FindPath(ProofExtra.WithChat)!, proof.FindPath(ProofExtra.WithoutChat)!);
        yield return Win("chat_converts", with,
            l => l.Pick($"Chat visitors convert {Text(with, l, proof)}, others {Text(without, l, proof)}.", $"Mit Chat konvertieren {Text(with, l, proof)}, ohne {Text(without, l, proof)}."),
            l => l.Pick($"{l.Count(extra)} more conversions; cause unproven", $"{l.Count(extra)} Konversionen mehr; Ursache unbewiesen"));
    }

    private static IEnumerable<ProofPoint> Changed(ProofSnapshot proof) => ProofChanges.Of(proof, better: true)
        // Of one story the figure that people know best tells it.
        .OrderBy(p => p.Metric switch { "revenue_per_chat" => 0, "influenced_revenue" => 1, "attributed_revenue" => 2, _ => 3 } is var rank && rank < 3 ? rank : 3)
        .Select(p => p with { Business = ReportLanguage.Say(l => Business(proof.Figures.First(f => f.Metric == p.Metric && f.Segment is not "with_chat=false"), proof, l).TrimEnd('.')) });

    private static string Business(ProofFigure f, ProofSnapshot proof, ReportLanguage l) => f switch
    {
        { Metric: "revenue_per_chat", Numerator: { } money, Denominator: { } chats } => l.Pick($"{l.Money(money, proof.Money)} from {l.Count(chats)} conversations.", $"{l.Money(money, proof.Money)} aus {l.Count(chats)} Gesprächen."),
        { Metric: "time_to_resolution" or "first_response_time_automated" or "first_response_time_human", Change: { } change } => l.Pick($"Customers wait {ProofFormat.Value(f, -change, l, proof)} less.", $"Kunden warten {ProofFormat.Value(f, -change, l, proof)} weniger."),
        { Metric: "nps", Denominator: { } answers } => l.Pick($"From {l.Count(answers)} answers.", $"Aus {l.Count(answers)} Antworten."),
        { Metric: "csat" or "thumbs", Numerator: { } good, Denominator: { } answers } => l.Pick($"{l.Count(good)} of {l.Count(answers)} answers.", $"{l.Count(good)} von {l.Count(answers)} Antworten."),
        { Metric: "containment_rate", Numerator: { } alone, Denominator: { } chats } => l.Pick($"{l.Count(alone)} of {l.Count(chats)} chats.", $"{l.Count(alone)} von {l.Count(chats)} Chats."),
        { Metric: "abandonment_rate", Numerator: { } silent, Denominator: { } chats } => l.Pick($"{l.Count(silent)} of {l.Count(chats)} chats still fall silent", $"{l.Count(silent)} von {l.Count(chats)} Chats verstummen noch"),
        { Unit: MetricUnit.Share, Numerator: { } part, Denominator: { } whole } => l.Pick($"{l.Count(part)} of {l.Count(whole)}.", $"{l.Count(part)} von {l.Count(whole)}."),
        { Change: { } change } => Than(ProofFormat.Value(f, Math.Abs(change), l, proof), change > 0, l.MonthName(proof.Month.PlusMonths(-1)), l),
        _ => "",
    };

    private static string Than(string difference, bool more, string month, ReportLanguage l) => more
        ? l.Pick($"{difference} more than in {month}", $"{difference} mehr als im {month}")
        : l.Pick($"{difference} less than in {month}", $"{difference} weniger als im {month}");

    // What is, where too little changed: a level that speaks for itself.
    private static IEnumerable<ProofPoint> Standing(ProofSnapshot proof)
    {
        if (proof.Figures.FirstOrDefault(f => f.Metric is "csat" or "thumbs" && f is { LowSample: false, Value: >= HighSatisfaction }) is { } liked)
        {
            yield return Win("satisfied", liked,
                l => l.Pick($"{Text(liked, l, proof)} of ratings are good.", $"{Text(liked, l, proof)} der Bewertungen sind gut."), l => Business(liked, proof, l));
        }

        if (proof.Find("nps") is { Value: > 0, LowSample: false } nps)
        {
            yield return Win("recommended", nps,
                l => l.Pick($"Customers recommend it: NPS {Text(nps, l, proof)}.", $"Kunden empfehlen es: NPS {Text(nps, l, proof)}."), l => Business(nps, proof, l));
        }

        if (proof.Find("automated_conversations") is { Value: > 0 } handled && proof.Find("containment_rate") is { Numerator: { } alone })
        {
            yield return Win("handled", handled,
                l => l.Pick($"Automation handled {Text(handled, l, proof)} conversations.", $"Die Automatisierung führte {Text(handled, l, proof)} Gespräche."),
                l => l.Pick($"{l.Count(alone)} needed nobody from the team.", $"{l.Count(alone)} brauchten niemanden im Team"));
        }

        if (proof.Find("first_response_time_automated") is { Value: <= QuickAnswerMs, LowSample: false } quick)
        {
            yield return Win("quick", quick,
                l => l.Pick($"Half of customers answered within {Text(quick, l, proof)}.", $"Die Hälfte hat nach {Text(quick, l, proof)} Antwort."),
                l => proof.Find("first_response_time_human") is { Value: not null } human
                    ? l.Pick($"People needed {Text(human, l, proof)}.", $"Menschen brauchten {Text(human, l, proof)}.")
                    : l.Pick($"In {l.Count(quick.Denominator ?? 0)} conversations.", $"In {l.Count(quick.Denominator ?? 0)} Gesprächen."));
        }
    }

    private static ProofPoint Win(string rule, ProofFigure figure, Func<ReportLanguage, string> text, Func<ReportLanguage, string> business) =>
        new(rule, figure.Metric, ReportLanguage.Say(text)) { Business = ReportLanguage.Say(l => business(l).TrimEnd('.')) };

    private static string Text(ProofFigure f, ReportLanguage l, ProofSnapshot proof) => ProofFormat.Value(f, f.Value, l, proof);
}
