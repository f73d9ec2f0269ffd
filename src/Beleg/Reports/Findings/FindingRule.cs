using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>One way of losing money that chats are known for. A new one is a file in <c>Rules/</c>, a line in <see cref="FindingRules"/>, a test and a line of docs.</summary>
internal abstract class FindingRule
{
    /// <summary>Below so many cases nothing is said.</summary>
    public const int MinSample = 30;

    /// <summary>Its stable name.</summary>
    public abstract string Id { get; }

    /// <summary>What it is called.</summary>
    public abstract Words Title { get; }

    /// <summary>What it looks for, with its threshold.</summary>
    public abstract Words LooksFor { get; }

    /// <summary>What it finds in a period. Reads facts only, changes nothing.</summary>
    public abstract IEnumerable<Finding> Find(FindingScene scene);
}
