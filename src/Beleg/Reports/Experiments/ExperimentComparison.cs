using Beleg.Metrics;
using Beleg.Statistics.Experiments;

namespace Beleg.Reports.Experiments;

/// <summary>One arm against the first. Effects are relative: .05 is 5 % more.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Verdict">What to do.</param>
/// <param name="Reason">Why.</param>
/// <param name="Headline">The verdict in a word or two.</param>
/// <param name="Explanation">The verdict in a sentence.</param>
/// <param name="Effect">The lift.</param>
/// <param name="Low">The lower end of its interval, valid at any look.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">Valid at any look.</param>
/// <param name="FixedLow">The lower end of the interval for one look at the planned end.</param>
/// <param name="FixedHigh">Its upper end.</param>
/// <param name="FixedPValue">For one look; raised by Holm where there are several arms.</param>
/// <param name="ChanceToWin">The probability that this arm is the better one, 0 to 1.</param>
/// <param name="LossOfChanging">What is lost on average by changing.</param>
/// <param name="VarianceReduction">What CUPED took off the variance, 0 to 1; null where it was not used.</param>
public sealed record ExperimentComparison(
    string Arm, VerdictKind Verdict, VerdictReason Reason, Words Headline, Words Explanation, double? Effect, double? Low, double? High, double? PValue,
    double? FixedLow, double? FixedHigh, double? FixedPValue, double? ChanceToWin, double? LossOfChanging, double? VarianceReduction)
{
    /// <summary>What is lost on average by staying with the first arm.</summary>
    public double? LossOfStaying { get; init; }

    /// <summary>The p-value for one look raised by Benjamini and Hochberg over all arms.</summary>
    public double? BenjaminiHochberg { get; init; }

    /// <summary>What this arm has over the first, a contact, in the metric's unit (money in major units); null where nothing can be said.</summary>
    public ExperimentDifference? Difference { get; init; }

    /// <summary>What must not get worse, in the order agreed.</summary>
    public IReadOnlyList<ExperimentGuardrail> Guardrails { get; init; } = [];
}
