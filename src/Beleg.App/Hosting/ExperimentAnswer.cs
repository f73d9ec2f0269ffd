using Beleg.Reports.Experiments;

namespace Beleg.App.Hosting;

/// <summary>An experiment with what it came to.</summary>
/// <param name="Id">Its id in events.</param>
/// <param name="Planned">What was agreed and done; null where nobody planned it.</param>
/// <param name="Report">What it came to; null until somebody saw it.</param>
public sealed record ExperimentAnswer(string Id, PlannedExperiment? Planned, ExperimentReport? Report);
