namespace Beleg.Statistics;

/// <summary>The triangular distribution of three numbers somebody answers for: a cautious end, the expected value, an optimistic end.</summary>
/// <remarks>
/// It is the plainest one that keeps to the two ends and is likeliest at the expected value; nobody who names three numbers has said more.
/// The cautious end may be the greater number (a baseline): what counts is which end a scenario takes.
/// </remarks>
public static class Triangle
{
    /// <summary>The value that is reached with a probability, counted from the cautious end.</summary>
    /// <param name="cautious">At probability 0.</param>
    /// <param name="expected">The likeliest; one beyond an end counts as that end.</param>
    /// <param name="optimistic">At probability 1.</param>
    /// <param name="probability">0 to 1.</param>
    public static decimal At(decimal cautious, decimal expected, decimal optimistic, double probability)
    {
        var span = (double)(optimistic - cautious);
        if (span == 0)
            return cautious;
        var peak = Math.Clamp((double)(expected - cautious) / span, 0, 1);
        var place = probability <= peak
            ? Math.Sqrt(probability * peak)
            : 1 - Math.Sqrt((1 - probability) * (1 - peak));
        return cautious + (optimistic - cautious) * (decimal)place;
    }
}
