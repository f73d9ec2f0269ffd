using Beleg.Ledger;

namespace Beleg.Metrics.Calculations;

/// <summary>What a calculation found for one metric.</summary>
/// <param name="Figures">The figures.</param>
internal sealed record Calculated(FigureTable Figures)
{
    /// <summary>The assumptions they rest on.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<Words> Gaps { get; init; } = [];
}
