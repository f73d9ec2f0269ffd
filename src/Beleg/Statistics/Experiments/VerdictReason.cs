namespace Beleg.Statistics.Experiments;

/// <summary>Why a verdict is what it is.</summary>
public enum VerdictReason
{
    /// <summary>The arms did not get the contacts they were meant to get.</summary>
    SampleRatio,

    /// <summary>Too many contacts saw more than one arm.</summary>
    SeveralArms,

    /// <summary>An arm has fewer contacts than were planned.</summary>
    TooFew,

    /// <summary>Nothing varies, or the first arm has nothing.</summary>
    NothingMeasured,

    /// <summary>The effect is good and its interval leaves 0 out.</summary>
    Better,

    /// <summary>The effect is bad and its interval leaves 0 out.</summary>
    Worse,

    /// <summary>A guardrail got worse.</summary>
    Guardrail,

    /// <summary>Good, but a guardrail looks worse by more than the effect that matters, although that may be chance.</summary>
    GuardrailOpen,

    /// <summary>The interval lies inside the effects that do not matter.</summary>
    NoDifference,

    /// <summary>The interval holds effects that matter and none.</summary>
    Open,
}
