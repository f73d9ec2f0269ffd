namespace Beleg.Ledger;

/// <summary>One thing that return on investment rests on: where it may lie, what that does, and where the return turns.</summary>
/// <param name="Id">Id of the assumption; <see cref="Containment"/> or <see cref="Revenue"/> for what was measured.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Low">Its cautious end: of an assumption as agreed, of a measured figure the lower end of its 95 % interval.</param>
/// <param name="Base">As expected, or as measured.</param>
/// <param name="High">Its optimistic end.</param>
/// <param name="RoiLow">Return in percent with it at its cautious end and all else at base.</param>
/// <param name="RoiHigh">The same with it at its optimistic end.</param>
/// <param name="Turn">Where the return is 0 with all else at base; null where no value it could have does that.</param>
/// <param name="RisesWithIt">Whether more of it is more return.</param>
/// <param name="IsUnset">Whether nobody has set it, so that a cautious default stands in.</param>
public sealed record RoiDriver(
    string Id, string Unit, decimal Low, decimal Base, decimal High, decimal RoiLow, decimal RoiHigh, decimal? Turn, bool RisesWithIt, bool IsUnset)
{
    /// <summary>Id of the share of conversations contained.</summary>
    public const string Containment = "verified_containment_rate";

    /// <summary>Id of the revenue.</summary>
    public const string Revenue = "attributed_revenue";

    /// <summary>How many percentage points of return lie between its ends.</summary>
    public decimal Swing => Math.Abs(RoiHigh - RoiLow);
}
