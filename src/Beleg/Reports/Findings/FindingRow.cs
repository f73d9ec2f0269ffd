using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Findings;

/// <summary>One row behind a finding: whoever doubts it can read the conversation.</summary>
/// <param name="Contact">Whose.</param>
/// <param name="At">When it was.</param>
/// <param name="Channel">Where.</param>
/// <param name="Flow">In which flow; null where in none.</param>
public sealed record FindingRow(Key Contact, Instant At, string Channel, string? Flow);
