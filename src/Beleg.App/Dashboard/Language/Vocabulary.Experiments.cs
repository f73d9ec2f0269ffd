using Beleg.Sources;

namespace Beleg.App.Dashboard.Language;

/// <summary>Words for experiments.</summary>
internal static partial class Vocabulary
{
    public static Phrase Of(ExperimentState state) => state switch
    {
        ExperimentState.Draft => new("draft", "Entwurf"),
        ExperimentState.Running => new("running", "läuft"),
        ExperimentState.Stopped => new("stopped", "gestoppt"),
        ExperimentState.Decided => new("decided", "entschieden"),
        _ => throw Unsaid(state),
    };

    public static Phrase Of(DecisionRule rule) => rule switch
    {
        DecisionRule.AlwaysValid => new("at any look (always-valid interval)", "bei jedem Blick (immer gültiges Intervall)"),
        DecisionRule.Fixed => new("once, at the planned size (narrower interval)", "einmal, bei der geplanten Größe (engeres Intervall)"),
        _ => throw Unsaid(rule),
    };

    public static Phrase Of(ExperimentDecision decision) => decision switch
    {
        ExperimentDecision.Ship => new("change to the new arm", "auf die neue Gruppe umstellen"),
        ExperimentDecision.Keep => new("keep what was before", "beim Bisherigen bleiben"),
        ExperimentDecision.Open => new("leave the question open", "die Frage offen lassen"),
        _ => throw Unsaid(decision),
    };
}
