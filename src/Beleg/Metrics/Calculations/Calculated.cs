using Beleg.Ledger;

namespace Beleg.Metrics.Calculations;

/// <summary>What a calculation found for one metric.</summary>
/// <param name="Figures">The figures.</param>
internal sealed record Calculated(FigureTable Figures)
{
    /// <summary>The assumptions they rest on.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>The same with the parts of a table beside each figure.</summary>
    public Calculated Beside(FigureTable parts) => this with
    {
        Figures = new FigureTable(
            Both(Figures.Total, parts.Total),
            Figures.Rows.ToDictionary(r => r.Key, r => parts.Rows.TryGetValue(r.Key, out var found) ? Both(r.Value, found) : r.Value)),
    };

    /// <summary>What is missing.</summary>
    public IReadOnlyList<Words> Gaps { get; init; } = [];

    /// <summary>How it was found.</summary>
    public IReadOnlyList<Words> Notes { get; init; } = [];

    private static Figure Both(Figure calculated, Figure measured) =>
        calculated with { Parts = calculated.Parts.Concat(measured.Parts).ToDictionary(p => p.Key, p => p.Value) };
}
