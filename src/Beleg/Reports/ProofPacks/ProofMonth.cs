using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>One point of the trend.</summary>
/// <param name="Month">The month.</param>
/// <param name="Value">Its value; null is no value.</param>
public sealed record ProofMonth(YearMonth Month, decimal? Value);
