using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>What to try next: what people agreed, in their words; else drafted by a rule from findings and the weakest figures.</summary>
public sealed record ProofExperiment
{
    /// <summary>The rule that wrote it; <c>planned</c> or <c>running</c> where it was agreed, <c>person</c> where nothing had been drafted.</summary>
    public required string Rule { get; init; }

    /// <summary>The figure it is to move; null where a person wrote it.</summary>
    public string? Metric { get; init; }

    /// <summary>The agreed experiment it is; null where a rule or a person proposes it.</summary>
    public string? Experiment { get; init; }

    /// <summary>The finding that proposes it, rule and subject; null where no finding does.</summary>
    public string? Finding { get; init; }

    /// <summary>What is done, and what it is expected to do.</summary>
    public required Words Hypothesis { get; init; }

    /// <summary>The figure it is to move, from where to where.</summary>
    public required Words Target { get; init; }

    /// <summary>What it is expected to bring a month, and when it has paid for itself.</summary>
    public required Words Payback { get; init; }

    /// <summary>The figure today; null where a person wrote it.</summary>
    public decimal? From { get; init; }

    /// <summary>The figure it is to become.</summary>
    public decimal? To { get; init; }

    /// <summary>What a month brings where it comes true: money in major units, or a count where no money is claimed.</summary>
    public decimal? MonthlyGain { get; init; }

    /// <summary>Whether the gain is money.</summary>
    public bool GainIsMoney { get; init; }

    /// <summary>Months until the gain has paid for the work: hours × the team hour's high end ÷ gain; null where the hour has no price.</summary>
    public decimal? PaybackMonths { get; init; }
}
