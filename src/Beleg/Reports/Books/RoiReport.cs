using Beleg.Ledger;
using Beleg.Metrics;

namespace Beleg.Reports.Books;

/// <summary>What a programme is worth and what it rests on: figures thrice, the way to them, their course, and the books.</summary>
public sealed record RoiReport
{
    /// <summary>The days the figures are of.</summary>
    public required Period Period { get; init; }

    /// <summary>Currency of every amount without one.</summary>
    public required string Currency { get; init; }

    /// <summary>The financial figures, from contacts to return.</summary>
    public required IReadOnlyList<RoiFigure> Figures { get; init; }

    /// <summary>Programme cost of the period in major units, one-off costs spread; null where there is none.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>How the cost of a part came to be its own; empty where the report is of the whole programme.</summary>
    public required IReadOnlyList<Words> Notes { get; init; }

    /// <summary>The formulas of the figures as expected, with their numbers.</summary>
    public required IReadOnlyList<Worked> Formulas { get; init; }

    /// <summary>Value and cost month by month from the programme's first to the period's end.</summary>
    public required ProgrammeCourse Course { get; init; }

    /// <summary>The assumptions as they hold at the period's end, those nobody set among them.</summary>
    public required IReadOnlyList<RoiAssumption> Assumptions { get; init; }

    /// <summary>The cost ledger, the latest beginning first.</summary>
    public required IReadOnlyList<RoiCost> Costs { get; init; }

    /// <summary>What the programme is to bring, and where that stands.</summary>
    public required IReadOnlyList<RoiHypothesis> Hypotheses { get; init; }
}
