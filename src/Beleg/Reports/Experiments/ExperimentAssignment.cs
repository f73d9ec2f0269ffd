using Beleg.Sources;

namespace Beleg.Reports.Experiments;

/// <summary>What a contact is to be shown.</summary>
/// <param name="Experiment">The experiment; <c>experiment_id</c> of the exposure.</param>
/// <param name="Contact">As it was asked.</param>
/// <param name="State">How far the experiment is.</param>
/// <param name="Arm">What to show; <c>variation_id</c> of the exposure.</param>
/// <param name="Counts">Whether the contact takes part: only then 'Experiment Viewed' is to be sent.</param>
/// <param name="Place">Where the contact lies, 0 to below 1.</param>
/// <param name="HashVersion">The version of the hash the place comes from.</param>
public sealed record ExperimentAssignment(string Experiment, string Contact, ExperimentState State, string Arm, bool Counts, double Place, int HashVersion);
