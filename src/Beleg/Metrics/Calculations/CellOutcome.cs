namespace Beleg.Metrics.Calculations;

/// <summary>What one cell did in some days, before any assumption.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Automated">Automated conversations: the key that shared costs go by.</param>
/// <param name="Verified">Those of them contained, and with no person afterwards.</param>
/// <param name="RevenueMinor">Revenue credited to it; below zero where more was refunded than sold.</param>
internal sealed record CellOutcome(ProgrammeCell Cell, long Automated, long Verified, long RevenueMinor);
