using Beleg.Metrics;

namespace Beleg.Reports.Cases;

/// <summary>One number a case rests on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value.</param>
/// <param name="Basis">Where it comes from, and who agreed.</param>
public sealed record CaseInput(Words Name, Words Value, Words Basis);
