using static Beleg.Sources.Track.Property;
using static Beleg.Sources.Track.PropertyType;

namespace Beleg.Sources.Track;

internal static partial class Properties
{
    // Experiments.
    public static readonly Property Arms = Of("arms", PropertyType.Texts, "Ids of the arms; the first is what was before, or the hold-out.", new[] { "control", "short-opener" });
    public static readonly Property Weights = Of("weights", Structure, "The part each arm is meant to get; adds up to 1. Equal parts where absent.", new[] { .5, .5 });
    public static readonly Property Coverage = Of("coverage", Number, "The part of all contacts that takes part.", 1);
    public static readonly Property HoldsOut = Of("hold_out", Bool, "Whether the first arm is left alone by the flow or campaign.", false);
    public static readonly Property Guardrails = Of("guardrails", PropertyType.Texts, "Metrics that must not get worse.", new[] { "handoff_rate" });
    public static readonly Property LeastEffect = Of("least_effect", Number, "The least relative effect that matters.", .1);
    public static readonly Property Rule = OneOf("decision_rule", "Read at any look, or once at the planned size.", DecisionRule.AlwaysValid);
    public static readonly Property Contacts = Of("contacts", Whole, "Contacts that the smallest arm needs before a verdict.", 1200);
    public static readonly Property ExpectedGain = Of("expected_gain", Number, "What the least effect is expected to bring in a month, in major units.", 450);
    public static readonly Property Effort = Of("effort", Number, "What the change costs once, in major units.", 900);
    public static readonly Property Finding = Of("finding", Text, "The finding it was made of.", "dead_opener/welcome/1/hello");
    public static readonly Property Supersedes = Of("supersedes", Text, "The experiment it is a new version of.", "opener-2026");
    public static readonly Property Becomes = OneOf("state", "What the experiment became.", ExperimentState.Running);
    public static readonly Property Decision = OneOf("decision", "What was decided.", ExperimentDecision.Ship);
    public static readonly Property Arm = Of("arm", Text, "The arm that everybody gets from now on.", "short-opener");
}
