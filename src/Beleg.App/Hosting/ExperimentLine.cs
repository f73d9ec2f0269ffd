using Beleg.Reports.Experiments;
using Beleg.Sources;

namespace Beleg.App.Hosting;

/// <summary>One experiment of a list.</summary>
/// <param name="Id">Its id in events.</param>
/// <param name="State">How far it is; null where nobody planned it.</param>
/// <param name="Planned">What was agreed; null where nobody did.</param>
/// <param name="Seen">Who saw it; null where nobody has.</param>
public sealed record ExperimentLine(string Id, ExperimentState? State, PlannedExperiment? Planned, ExperimentSummary? Seen);
