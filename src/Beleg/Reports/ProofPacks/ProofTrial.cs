using System.Text.Json.Serialization;
using Beleg.Sources;
using Beleg.Statistics.Experiments;

namespace Beleg.Reports.ProofPacks;

/// <summary>An experiment that somebody agreed, with a group to compare with, as it stood when the proof was drafted.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Against">The arm it is compared with: a hold-out, or what was before.</param>
/// <param name="Metric">The metric that was agreed to decide.</param>
/// <param name="Contacts">Contacts in both arms.</param>
/// <param name="Lift">The effect, relative: .05 is 5 % more.</param>
/// <param name="Low">Lower end of its interval, valid at any look.</param>
/// <param name="High">Upper end.</param>
/// <param name="Verdict">What to do.</param>
public sealed record ProofTrial(string Experiment, string Arm, string Against, string Metric, long Contacts, decimal Lift, decimal Low, decimal High, VerdictKind Verdict)
{
    /// <summary>What was believed, in the words of whoever wrote it.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>The same in German; null where nobody wrote it twice.</summary>
    // TRICKY: as in a plan, what is missing is not in the record at all.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HypothesisDe { get; init; }

    /// <summary>Running, stopped or decided.</summary>
    public ExperimentState State { get; init; } = ExperimentState.Running;

    /// <summary>What was decided; null before.</summary>
    public ExperimentDecision? Decision { get; init; }

    /// <summary>The arm that everybody gets from now on; null where none was chosen.</summary>
    public string? Shipped { get; init; }
}
