namespace Beleg.Reports.ProofPacks;

/// <summary>
/// Drafts what a proof says in words, by fixed rules from its figures, the weightiest first. A rule speaks only of what the numbers show: a
/// change counts where it is larger than chance and rounding, and where fewer than three rules speak, fewer than three points stand there.
/// </summary>
internal static class ProofPoints
{
    /// <summary>At most so many of each.</summary>
    public const int Most = 3;

    /// <summary>The proof with everything that is said in words.</summary>
    /// <param name="proof">Its figures and grounds.</param>
    /// <param name="withExperiments">Off where experiments are no part of what is booked: then nothing is proposed.</param>
    public static ProofSnapshot Draft(ProofSnapshot proof, bool withExperiments = true)
    {
        var said = proof with { Wins = Wins(proof), Risks = Risks(proof), Experiments = withExperiments ? [.. ProofExperiments.Of(proof).Take(Most)] : [] };
        return said with { Commentary = [.. ProofCommentary.Of(said)] };
    }

    /// <summary>What went well.</summary>
    public static IReadOnlyList<ProofPoint> Wins(ProofSnapshot proof) => [.. ProofWins.Of(proof).DistinctBy(ProofWins.Theme).Take(Most)];

    /// <summary>What to look at.</summary>
    public static IReadOnlyList<ProofPoint> Risks(ProofSnapshot proof) => [.. ProofRisks.Of(proof).DistinctBy(p => p.Metric ?? p.Rule).Take(Most)];
}
