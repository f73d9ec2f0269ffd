using Beleg.Reports.Experiments;
using Beleg.Sources;

namespace Beleg.Reports.Books;

/// <summary>The books of a programme with every version of every line.</summary>
public sealed record LedgerBook
{
    /// <summary>Costs, the latest beginning first.</summary>
    public required IReadOnlyList<LedgerLine<CostPayload>> Costs { get; init; }

    /// <summary>Assumptions that somebody set, by id.</summary>
    public required IReadOnlyList<LedgerLine<AssumptionPayload>> Assumptions { get; init; }

    /// <summary>Who answers for which metric, and its target, by the metric's id.</summary>
    public required IReadOnlyDictionary<string, LedgerLine<AgreementPayload>> Agreements { get; init; }

    /// <summary>What the programme is to bring, the open ones first, then by due day.</summary>
    public required IReadOnlyList<LedgerLine<HypothesisPayload>> Hypotheses { get; init; }

    /// <summary>Experiments, the latest planned first.</summary>
    public IReadOnlyList<PlannedExperiment> Experiments { get; init; } = [];
}
