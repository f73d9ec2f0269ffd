using Beleg.Sources;

namespace Beleg.Statistics.Experiments;

/// <summary>What an experiment came to: health first, then the effect from three sides, then the verdict.</summary>
/// <param name="Contacts">Contacts of each arm, those who saw several left out.</param>
/// <param name="SampleRatioP">The probability of these counts by chance.</param>
/// <param name="SeveralArms">The share of contacts who saw more than one arm.</param>
/// <param name="A">What the first arm came to.</param>
/// <param name="B">What the second came to.</param>
/// <param name="Fixed">For one look at the planned end.</param>
/// <param name="Anytime">For any number of looks.</param>
/// <param name="Posterior">What to believe now, nothing being known before.</param>
/// <param name="Theta">The factor of what was before, where it was taken out; null where not.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Reason">Why.</param>
/// <param name="Guardrail">The guardrail that decided; null where none did.</param>
public sealed record Readout(
    IReadOnlyList<long> Contacts, double SampleRatioP, double SeveralArms, ArmEstimate? A, ArmEstimate? B, EffectTest? Fixed, EffectTest? Anytime,
    Posterior? Posterior, double? Theta, VerdictKind Kind, VerdictReason Reason, string? Guardrail)
{
    /// <summary>The test that the verdict rests on: the one that was agreed.</summary>
    public EffectTest? Decisive { get; init; }

    /// <summary>Each guardrail, in the order given.</summary>
    public IReadOnlyList<GuardrailReadout> Guardrails { get; init; } = [];

    /// <summary>From this share of contacts who saw several arms on, nothing is said.</summary>
    public const double SeveralArmsLimit = .01;

    /// <summary>Reads one arm against the first.</summary>
    /// <param name="experiment">As it was agreed.</param>
    /// <param name="observed">What was seen.</param>
    /// <param name="arm">The arm read against the first, from 1.</param>
    /// <param name="alpha">False alarms that are put up with.</param>
    public static Readout Of(Experiment experiment, Observed observed, int arm = 1, double alpha = FixedHorizon.DefaultAlpha)
    {
        var contacts = observed.Contacts;
        var everyone = contacts.Sum() + observed.InSeveralArms;
        var several = everyone == 0 ? 0 : (double)observed.InSeveralArms / everyone;
        var ratio = SampleRatio.PValue(contacts, experiment.Weights);
        var (a, b, theta) = Estimates(observed.Arms[0], observed.Arms[arm], observed.IsRatio);
        var effect = a is { } first && b is { } second ? Effect.Relative(first, second) : null;
        var (once, anytime) = effect is { } e ? (FixedHorizon.TwoSided(e, alpha), AlwaysValid.TwoSided(e, alpha)) : (null, null);
        List<GuardrailReadout> guardrails = [.. observed.Guardrails.Select(g => Guard(g, arm, alpha))];
        var decisive = experiment.Rule == DecisionRule.Fixed ? once : anytime;
        var (kind, reason, guardrail) = Judge(experiment, Math.Min(contacts[0], contacts[arm]), ratio, several, decisive, guardrails);
        return new Readout(contacts, ratio, several, a, b, once, anytime, effect is { } seen ? Experiments.Posterior.Of(seen) : null, theta, kind, reason, guardrail)
        {
            Decisive = decisive,
            Guardrails = guardrails,
        };
    }

    private static (ArmEstimate? A, ArmEstimate? B, double? Theta) Estimates(ArmSums a, ArmSums b, bool isRatio)
    {
        if (isRatio)
            return (a.Ratio(), b.Ratio(), null);
        return ArmSums.Cuped(a, b) is { Theta: not 0 } adjusted ? (adjusted.A, adjusted.B, adjusted.Theta) : (a.Mean(), b.Mean(), null);
    }

    private static GuardrailReadout Guard(ObservedGuardrail guardrail, int arm, double alpha)
    {
        var (a, b, _) = Estimates(guardrail.Arms[0], guardrail.Arms[arm], guardrail.IsRatio);
        if (a is not { } first || b is not { } second)
            return new GuardrailReadout(guardrail.Name, a, b, null, null);

        // Where the first arm has none of it (nobody opted out), the difference itself says whether the second has.
        var effect = Effect.Relative(first, second) ?? Effect.Absolute(first, second);

        // Turned so that above 0 is better, whatever the metric.
        var turned = guardrail.HigherIsBetter ? effect : effect with { Value = -effect.Value };
        return new GuardrailReadout(guardrail.Name, a, b, FixedHorizon.TwoSided(turned, alpha), AlwaysValid.TwoSided(turned, alpha));
    }

    // Guardrails are watched at every look, whatever was agreed of the target: harm does not wait for the planned end.
    private static (VerdictKind, VerdictReason, string?) Judge(
        Experiment experiment, long fewest, double ratio, double several, EffectTest? test, List<GuardrailReadout> guardrails)
    {
        if (ratio < SampleRatio.Alarm)
            return (VerdictKind.Refused, VerdictReason.SampleRatio, null);
        if (several >= SeveralArmsLimit)
            return (VerdictKind.Refused, VerdictReason.SeveralArms, null);
        if (guardrails.Find(g => g.Anytime is { High: < 0 })?.Name is { } broken)
            return (VerdictKind.RollBack, VerdictReason.Guardrail, broken);
        if (test is null)
            return (VerdictKind.Review, VerdictReason.NothingMeasured, null);
        var few = fewest < experiment.ContactsPerArm;

        // One look was agreed: what the figures say before it is not listened to.
        if (few && experiment is { Rule: DecisionRule.Fixed, IsOver: false })
            return (VerdictKind.Review, VerdictReason.TooFew, null);
        var (low, high) = experiment.HigherIsBetter ? (test.Low, test.High) : (-test.High, -test.Low);
        if (high < 0)
            return (VerdictKind.RollBack, VerdictReason.Worse, null);
        if (few)
            return (VerdictKind.Review, VerdictReason.TooFew, null);
        if (low > 0)
        {
            var open = guardrails.Find(g => g.Anytime is { } seen && seen.Effect.Value < -experiment.LeastEffect)?.Name;
            return open is null ? (VerdictKind.Ship, VerdictReason.Better, null) : (VerdictKind.Review, VerdictReason.GuardrailOpen, open);
        }

        return (VerdictKind.Review, low > -experiment.LeastEffect && high < experiment.LeastEffect ? VerdictReason.NoDifference : VerdictReason.Open, null);
    }
}
