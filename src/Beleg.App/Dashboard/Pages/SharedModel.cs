using Beleg.Metrics;
using Beleg.State;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What whoever has a shared link sees.</summary>
public sealed record SharedModel
{
    public required Share Share { get; init; }

    public required string Brand { get; init; }

    /// <summary>What the link is called in its address.</summary>
    public required string Token { get; init; }

    /// <summary>The months of its scope, newest first.</summary>
    public required IReadOnlyList<Period> Months { get; init; }

    public required Period Month { get; init; }

    public required DateTimeZone Zone { get; init; }

    public Instant? CutOff { get; init; }

    /// <summary>The figures; null where one of them is broken down.</summary>
    public OverviewModel? Overview { get; init; }

    /// <summary>The figure that is broken down; null on the overview.</summary>
    public Metric? Metric { get; init; }

    public IReadOnlyList<SharedTable> Tables { get; init; } = [];
}
