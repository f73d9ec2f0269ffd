namespace Beleg.Reports.ProofPacks;

/// <summary>Which assumptions a sheet's figures rest on. The proof holds all there are; one that moves nothing on the sheet would only be read in vain.</summary>
internal static class ProofUsed
{
    private const string Price = "cost_per_human_contact";

    /// <summary>Those that somebody set first, then those that stand at the product's default.</summary>
    public static IReadOnlyList<ProofAssumption> In(ProofSnapshot proof) => [.. proof.Assumptions.Where(a => Moves(a, proof)).OrderBy(a => a.Unset)];

    private static bool Moves(ProofAssumption assumption, ProofSnapshot proof) => assumption.Id switch
    {
        "contribution_margin" => proof.Find("attributed_revenue") is { Value: not (null or 0) },
        // Without a price nothing is saved, whatever would have been; the figure itself says that none was agreed.
        Price or "would_have_contacted_human" or "baseline_containment" => IsPriced(proof) && Solved(proof),
        "weeks_per_month" => CountsHours(proof),
        // Proposals pay back against hours of the team.
        "hourly_cost" => CountsHours(proof) || proof.Experiments.Any(e => e is { Experiment: null, PaybackMonths: not null }),
        _ => !assumption.Unset,
    };

    /// <summary>Whether something was solved that would have had a price, had anybody agreed one.</summary>
    public static bool WantsPrice(ProofSnapshot proof) => Solved(proof) && !IsPriced(proof);

    private static bool IsPriced(ProofSnapshot proof) => proof.Assumptions.Any(a => a is { Id: Price, High: > 0 });

    private static bool Solved(ProofSnapshot proof) => proof.Find("containment_rate") is { Numerator: > 0 };

    private static bool CountsHours(ProofSnapshot proof) => proof.Assumptions.Any(a => a.Id.StartsWith(Metrics.Calculations.ProgrammeValues.HoursSaved, StringComparison.Ordinal) && a.High > 0);
}
