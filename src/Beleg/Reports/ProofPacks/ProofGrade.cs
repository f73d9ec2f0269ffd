using Beleg.Model;

namespace Beleg.Reports.ProofPacks;

/// <summary>Attributed revenue of one grade of evidence.</summary>
/// <param name="Grade">A to E.</param>
/// <param name="Value">Money in major units.</param>
/// <param name="Share">Part of all grades together, 0 to 1; null where they are nothing.</param>
public sealed record ProofGrade(Evidence Grade, decimal Value, decimal? Share);
