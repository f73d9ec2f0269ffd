namespace Beleg.Statistics;

/// <summary>The factors of one group in two periods, and what the change of each did.</summary>
internal sealed class DriverChain
{
    private readonly List<(DriverKind Kind, decimal Before, decimal After)> factors = [];
    private readonly decimal rest;

    private DriverChain(decimal rest) => this.rest = rest;

    /// <summary>How much larger a part of the whole volume the group became.</summary>
    public decimal ShareChange => factors.Where(factor => factor.Kind == DriverKind.Mix).Sum(factor => factor.After - factor.Before);

    /// <summary>The factors of a group: the whole volume where a sum is explained, its share of it, and each number over the one before.</summary>
    public static DriverChain Of(DriverGroup group, decimal[] volume, bool perVolume)
    {
        // An amount of a period in which the group has no volume came from elsewhere: no factor explains it.
        var (lostBefore, lostAfter) = (group.Before[0] == 0 ? group.Before[^1] : 0, group.After[0] == 0 ? group.After[^1] : 0);
        var (scaleBefore, scaleAfter) = perVolume ? (volume[0], volume[1]) : (1, 1);
        var chain = new DriverChain(lostAfter / scaleAfter - lostBefore / scaleBefore);
        if (!perVolume)
            chain.Add(DriverKind.Volume, volume[0], volume[1]);
        chain.Add(DriverKind.Mix, Over(group.Before[0], volume[0]), Over(group.After[0], volume[1]));
        chain.Ratios(group);
        return chain;
    }

    /// <summary>What each factor's change did.</summary>
    public IEnumerable<(DriverKind Kind, decimal Amount)> Parts()
    {
        for (var factor = 0; factor < factors.Count; factor++)
            yield return (factors[factor].Kind, Part(factor));
        if (rest != 0)
            yield return (DriverKind.Rest, rest);
    }

    private void Ratios(DriverGroup group)
    {
        var (before, after) = (group.Before, group.After);
        var hasEvents = before.Count == 3 && !(before[1] == 0 && before[2] != 0) && !(after[1] == 0 && after[2] != 0);
        var last = before.Count - 1;
        if (!hasEvents)
        {
            // A refund without a sale in the period has an amount and no event to divide it by: rate and value are one factor then.
            Add(DriverKind.Rate, Over(before[last], before[0]), Over(after[last], after[0]));
            return;
        }

        Add(DriverKind.Rate, Over(before[1], before[0]), Over(after[1], after[0]));
        Add(DriverKind.Value, Over(before[2], before[1]), Over(after[2], after[1]));
    }

    // Where a factor is unknown on one side it is taken to have been what it is on the other: then it changed nothing.
    private void Add(DriverKind kind, decimal? before, decimal? after) => factors.Add((kind, before ?? after ?? 0, after ?? before ?? 0));

    private static decimal? Over(decimal part, decimal whole) => whole == 0 ? null : part / whole;

    private decimal Part(int factor)
    {
        var change = factors[factor].After - factors[factor].Before;
        if (change == 0)
            return 0;
        int[] others = [.. Enumerable.Range(0, factors.Count).Where(other => other != factor)];
        var sum = 0m;
        for (var set = 0; set < 1 << others.Length; set++)
        {
            var changed = System.Numerics.BitOperations.PopCount((uint)set);
            var product = 1m;
            for (var i = 0; i < others.Length; i++)
                product *= (set >> i & 1) == 1 ? factors[others[i]].After : factors[others[i]].Before;
            sum += Orders(changed) * Orders(others.Length - changed) * product;
        }

        return change * sum / Orders(factors.Count);
    }

    private static int Orders(int count) => count < 2 ? 1 : count * Orders(count - 1);
}
