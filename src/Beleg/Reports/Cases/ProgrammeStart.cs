using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Cases;

/// <summary>When a programme (or one flow of it) began, and what it is held against.</summary>
/// <param name="Day">Its first day.</param>
/// <param name="Because">What says so.</param>
/// <param name="Baseline">The whole months before it that are the baseline.</param>
public sealed record ProgrammeStart(LocalDate Day, Words Because, Period Baseline);
