namespace Beleg.Statistics;

/// <summary>
/// Why a figure changed: its change taken apart by group and factor, so that the parts add up to it. A figure is a product of factors in
/// each group (share of the volume, events per volume, amount per event); a factor's part is its change weighed by the mean of the others
/// over every order in which they could have changed (Shapley), which leaves nothing over. Pure.
/// </summary>
/// <remarks>L. S. Shapley, A value for n-person games, 1953; for products of two factors it is the midpoint method of Marshall and Edgeworth.</remarks>
public sealed record Drivers
{
    // Division leaves a tail of digits that no figure has: a part is kept to a trillionth of its unit.
    private const int Decimals = 12;

    /// <summary>The figure before.</summary>
    public required decimal Before { get; init; }

    /// <summary>The figure after.</summary>
    public required decimal After { get; init; }

    /// <summary>The parts; none is exactly zero.</summary>
    public required IReadOnlyList<DriverPart> Parts { get; init; }

    /// <summary>After minus before.</summary>
    public decimal Change => After - Before;

    /// <summary>What the parts leave over: the digits that division loses, below a billionth.</summary>
    public decimal Residual => Change - Parts.Sum(part => part.Amount);

    /// <summary>The parts of each group together, the strongest in the direction of the change first.</summary>
    public IReadOnlyList<(string? Group, decimal Amount)> ByGroup => [.. Parts.GroupBy(part => part.Group)
        .Select(group => (group.Key, Amount: group.Sum(part => part.Amount)))
        .OrderByDescending(group => group.Amount * Math.Sign(Change)).ThenBy(group => group.Key, StringComparer.Ordinal)];

    /// <summary>The parts of each factor together, in the order of <see cref="DriverKind"/>.</summary>
    public IReadOnlyList<(DriverKind Kind, decimal Amount)> ByKind => [.. Parts.GroupBy(part => part.Kind)
        .Select(kind => (kind.Key, kind.Sum(part => part.Amount))).OrderBy(kind => kind.Key)];

    /// <summary>The change of a count: each group's own.</summary>
    /// <param name="groups">One number each.</param>
    public static Drivers OfCount(IReadOnlyList<DriverGroup> groups) => new()
    {
        Before = groups.Sum(group => group.Before[0]),
        After = groups.Sum(group => group.After[0]),
        Parts = [.. groups.Select(group => new DriverPart(group.Name, DriverKind.Volume, group.After[0] - group.Before[0])).Where(part => part.Amount != 0)],
    };

    /// <summary>The change of a sum, such as revenue: volume, mix, rate and value.</summary>
    /// <param name="groups">Two or three numbers each, the last of them summed.</param>
    public static Drivers OfTotal(IReadOnlyList<DriverGroup> groups) => Compose(groups, perVolume: false);

    /// <summary>The change of a ratio, such as revenue per chat: mix, rate and value.</summary>
    /// <param name="groups">Two or three numbers each; the last one's sum is divided by the first one's.</param>
    /// <exception cref="ArgumentException">There is no volume in one of the periods: a ratio without a denominator is no value.</exception>
    public static Drivers OfRatio(IReadOnlyList<DriverGroup> groups)
    {
        if (groups.Sum(group => group.Before[0]) == 0 || groups.Sum(group => group.After[0]) == 0)
            throw new ArgumentException("A ratio needs a denominator in both periods.", nameof(groups));
        return Compose(groups, perVolume: true);
    }

    private static Drivers Compose(IReadOnlyList<DriverGroup> groups, bool perVolume)
    {
        decimal[] volume = [groups.Sum(group => group.Before[0]), groups.Sum(group => group.After[0])];
        decimal[] sums = [groups.Sum(group => group.Before[^1]), groups.Sum(group => group.After[^1])];
        var (before, after) = perVolume ? (sums[0] / volume[0], sums[1] / volume[1]) : (sums[0], sums[1]);
        var parts = groups.SelectMany(group => PartsOf(group, volume, perVolume, (before + after) / 2));
        return new Drivers { Before = before, After = after, Parts = [.. parts.Where(part => part.Amount != 0)] };
    }

    private static IEnumerable<DriverPart> PartsOf(DriverGroup group, decimal[] volume, bool perVolume, decimal middle)
    {
        var chain = DriverChain.Of(group, volume, perVolume);
        foreach (var (kind, amount) in chain.Parts())
        {
            // A group that only grew moved the figure by how far it differs from the whole, not by its size. All shares' changes add up to
            // nothing, so what is taken off here adds up to nothing too.
            yield return new DriverPart(group.Name, kind, decimal.Round(kind == DriverKind.Mix ? amount - middle * chain.ShareChange : amount, Decimals));
        }
    }
}
