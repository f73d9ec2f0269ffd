namespace Beleg.Statistics.CustomerValue;

/// <summary>What the purchase models know of one customer: how often again, how late, how long watched.</summary>
/// <param name="Repeats">Purchases after the first; several on one day are one.</param>
/// <param name="Last">When the last purchase was, counted from the first; 0 without repeats.</param>
/// <param name="Age">How long the customer has been watched, from the first purchase; in the unit of <paramref name="Last"/>.</param>
public readonly record struct Purchases(int Repeats, double Last, double Age)
{
    /// <summary>The unit of time that the models are told in unless another is chosen: weeks.</summary>
    public const double DaysPerWeek = 7;
}
