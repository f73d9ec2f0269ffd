using Beleg.Metrics;
using Beleg.Statistics.Experiments;

namespace Beleg.Reports.Experiments;

/// <summary>Says in English and German what to do after an experiment and why.</summary>
public static class VerdictText
{
    /// <summary>The verdict in a word or two.</summary>
    public static Words Headline(VerdictKind kind) => kind switch
    {
        VerdictKind.Ship => new("Ship it", "Übernehmen"),
        VerdictKind.RollBack => new("Roll back", "Zurücknehmen"),
        VerdictKind.Refused => new("No verdict", "Kein Urteil"),
        _ => new("Review", "Prüfen"),
    };

    /// <summary>The verdict in a sentence or two, with the figures that carry it.</summary>
    /// <param name="experiment">As it was agreed.</param>
    /// <param name="readout">What it came to.</param>
    /// <param name="arm">The arm held against the first.</param>
    /// <param name="names">What guardrails are called; their ids where absent.</param>
    public static Words Explain(Experiment experiment, Readout readout, int arm = 1, IReadOnlyDictionary<string, Words>? names = null) => ReportLanguage.Say(l =>
    {
        var guardrail = readout.Guardrail is { } id ? names?.GetValueOrDefault(id)?.In(l.Code) ?? id : "";
        var (before, after) = (experiment.Arms[0], experiment.Arms[arm]);
        var effect = EffectOf(readout, l);
        return readout.Reason switch
        {
            VerdictReason.SampleRatio => l.Pick(
                $"The arms did not get the contacts they were meant to get ({Counts(readout, l)}; chance does this {Odds(readout.SampleRatioP, l)}). Something between drawing and counting is broken; no figure of this experiment can be trusted.",
                $"Die Gruppen haben nicht die Kontakte bekommen, die ihnen zugedacht waren ({Counts(readout, l)}; der Zufall macht das {Odds(readout.SampleRatioP, l)}). Zwischen Auslosen und Zählen ist etwas kaputt; keiner Zahl dieses Experiments ist zu trauen."),
            VerdictReason.SeveralArms => l.Pick(
                $"{Share(readout.SeveralArms, l)} of the contacts saw more than one arm; from {Share(Readout.SeveralArmsLimit, l)} on nothing is said.",
                $"{Share(readout.SeveralArms, l)} der Kontakte haben mehr als eine Gruppe gesehen; ab {Share(Readout.SeveralArmsLimit, l)} wird nichts gesagt."),
            VerdictReason.TooFew => l.Pick(
                $"Not enough contacts yet: {l.Count(experiment.ContactsPerArm)} in each arm were planned, there are {Counts(readout, l)}. So far {effect}.",
                $"Noch zu wenige Kontakte: geplant sind {l.Count(experiment.ContactsPerArm)} je Gruppe, es sind {Counts(readout, l)}. Bisher {effect}."),
            VerdictReason.NothingMeasured => l.Pick("Nothing has been measured yet that could be compared.", "Noch ist nichts gemessen, das sich vergleichen ließe."),
            VerdictReason.Better => l.Pick(
                $"'{after}' is better than '{before}': {effect}. No guardrail got worse by more than the effect that matters.",
                $"„{after}“ ist besser als „{before}“: {effect}. Keine Leitplanke wurde um mehr als den Effekt schlechter, der zählt."),
            VerdictReason.Worse => l.Pick($"'{after}' is worse than '{before}': {effect}.", $"„{after}“ ist schlechter als „{before}“: {effect}."),
            VerdictReason.Guardrail => l.Pick(
                $"'{after}' makes {guardrail} worse, which was not to happen. The target: {effect}.",
                $"„{after}“ verschlechtert {guardrail}, und das sollte nicht geschehen. Das Ziel: {effect}."),
            VerdictReason.GuardrailOpen => l.Pick(
                $"'{after}' is better ({effect}), but {guardrail} looks worse by more than {Share(experiment.LeastEffect, l)}, which may be chance. A person decides, or more contacts do.",
                $"„{after}“ ist besser ({effect}), aber {guardrail} sieht um mehr als {Share(experiment.LeastEffect, l)} schlechter aus, was Zufall sein kann. Das entscheidet ein Mensch, oder es entscheiden mehr Kontakte."),
            VerdictReason.NoDifference => l.Pick(
                $"No difference that matters: {effect}, and {Share(experiment.LeastEffect, l)} would have mattered. Keep what is cheaper.",
                $"Kein Unterschied, der zählt: {effect}, und {Share(experiment.LeastEffect, l)} hätten gezählt. Behalte, was billiger ist."),
            _ => l.Pick(
                $"Still open: {effect}. The interval holds both an effect that matters and none.",
                $"Noch offen: {effect}. Das Intervall enthält einen Effekt, der zählt, ebenso wie keinen."),
        };
    });

    private static string EffectOf(Readout readout, ReportLanguage l) => (readout.Decisive ?? readout.Anytime) is not { } test
        ? l.Pick("no effect can be given", "ein Effekt lässt sich nicht angeben")
        : l.Pick(
            $"{Signed(test.Effect.Value, l)} ({Signed(test.Low, l)} to {Signed(test.High, l)}, {Holds(test, l)}), {Share(readout.Posterior?.ChanceToWin ?? 0, l)} chance that the second arm has more",
            $"{Signed(test.Effect.Value, l)} ({Signed(test.Low, l)} bis {Signed(test.High, l)}, {Holds(test, l)}), zu {Share(readout.Posterior?.ChanceToWin ?? 0, l)} hat die zweite Gruppe mehr");

    private static string Holds(EffectTest test, ReportLanguage l) => test.Method == TestMethod.AlwaysValid
        ? l.Pick("valid at any look", "gültig bei jedem Blick") : l.Pick("95% of one look", "95\u00a0% eines Blicks");

    private static string Counts(Readout readout, ReportLanguage l) => string.Join(" / ", readout.Contacts.Select(c => l.Count(c)));

    private static string Share(double share, ReportLanguage l) => l.Share((decimal)share);

    private static string Signed(double share, ReportLanguage l) => (share > 0 ? "+" : "") + l.Share((decimal)Math.Clamp(share, -1e6, 1e6));

    private static string Odds(double p, ReportLanguage l) => p < 1e-9
        ? l.Pick("less than once in a billion times", "seltener als einmal in einer Milliarde Fällen")
        : l.Pick($"once in {l.Count((decimal)Math.Round(1 / p))} times", $"einmal in {l.Count((decimal)Math.Round(1 / p))} Fällen");
}
