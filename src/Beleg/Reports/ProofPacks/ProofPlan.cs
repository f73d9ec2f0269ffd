using System.Text.Json.Serialization;
using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>An experiment that somebody agreed and that is still ahead or running, as it stood when the proof was drafted.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="State">Draft or running.</param>
/// <param name="Hypothesis">What is believed, in the words of whoever wrote it.</param>
/// <param name="Metric">The metric that decides.</param>
/// <param name="Name">The metric's name.</param>
/// <param name="LeastEffect">The least relative effect that matters: .05 is 5 %.</param>
/// <param name="ExpectedGain">What that effect would bring in a month, in major units; null where nobody said.</param>
/// <param name="Effort">What the change costs once, in major units; null where nobody said.</param>
/// <param name="PaybackMonths">Months until the gain has paid for the effort; null where either is unknown.</param>
/// <param name="Starts">First day planned.</param>
/// <param name="Ends">Day after the last one planned.</param>
/// <param name="Finding">The finding it was made of, rule and subject; null where of none.</param>
public sealed record ProofPlan(
    string Experiment, ExperimentState State, string Hypothesis, string Metric, Words Name, decimal LeastEffect, decimal? ExpectedGain, decimal? Effort, decimal? PaybackMonths,
    LocalDate? Starts, LocalDate? Ends, string? Finding)
{
    /// <summary>The same in German; null where nobody wrote it twice.</summary>
    // TRICKY: where it is missing it is not in the record at all, so that a proof without it has the bytes, and the hash, it always had.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HypothesisDe { get; init; }

    /// <summary>What is believed, as it is read.</summary>
    [JsonIgnore]
    public Words Says => Words.Said(Hypothesis, HypothesisDe);
}
