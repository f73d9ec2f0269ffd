using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>An experiment that somebody saw.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Arms">How many variations were seen.</param>
/// <param name="Contacts">How many contacts saw it.</param>
/// <param name="First">The day of the first exposure.</param>
/// <param name="Last">The day of the last.</param>
public sealed record ExperimentSummary(string Experiment, int Arms, long Contacts, LocalDate First, LocalDate Last);
