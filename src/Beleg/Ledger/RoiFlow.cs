namespace Beleg.Ledger;

/// <summary>What one flow did, and the assumption of the hours it saves.</summary>
/// <param name="Outcome">What was measured; its hours are taken from the assumption.</param>
/// <param name="Hours">Hours saved a week; null where nobody named any.</param>
public sealed record RoiFlow(FlowOutcome Outcome, Assumption? Hours)
{
    /// <summary>The flow as it would be at a point.</summary>
    internal FlowOutcome At(RoiPoint point) => Outcome with
    {
        VerifiedContained = Math.Min(Outcome.Automated, Outcome.VerifiedContained * point.Containment),
        HoursSavedPerWeek = Hours is null ? 0 : point.Value(Hours),
        RevenueMinor = (long)decimal.Round(Outcome.RevenueMinor * point.Revenue),
    };
}
