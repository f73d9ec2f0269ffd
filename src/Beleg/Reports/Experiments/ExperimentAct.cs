using Beleg.Sources;

namespace Beleg.Reports.Experiments;

/// <summary>Something that somebody did with an experiment.</summary>
/// <param name="Became">What it became by it.</param>
/// <param name="Written">Who did it, when and why.</param>
public sealed record ExperimentAct(ExperimentState Became, Written Written);
