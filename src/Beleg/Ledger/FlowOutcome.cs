namespace Beleg.Ledger;

/// <summary>What one flow did in a period, before any assumption.</summary>
/// <param name="Flow">The flow; null where conversations belong to none.</param>
/// <param name="Automated">Automated conversations.</param>
/// <param name="VerifiedContained">Those of them contained, and with no person on any channel afterwards; a fraction only where something is supposed, never where it was counted.</param>
/// <param name="HoursSavedPerWeek">Hours of the team it saves a week, where somebody measured them; 0 otherwise.</param>
/// <param name="RevenueMinor">Revenue attributed to it (or influenced, where the workspace chooses so), in minor units.</param>
public sealed record FlowOutcome(string? Flow, long Automated, decimal VerifiedContained, decimal HoursSavedPerWeek = 0, long RevenueMinor = 0);
