using Beleg.Reports.Copy;
using Beleg.Reports.Experiments;

namespace Beleg.Reports.ProofPacks;

/// <summary>What a proof rests on that is in no fact: it lies in the journal.</summary>
/// <param name="Experiments">The experiments that people agreed, at whatever state.</param>
/// <param name="Said">What automation said in the month, for the findings about words. The words themselves are in no proof.</param>
public sealed record ProofBooks(IReadOnlyList<PlannedExperiment> Experiments, IReadOnlyList<CopySample> Said)
{
    /// <summary>Nothing was agreed and nothing is known of words.</summary>
    public static ProofBooks None { get; } = new([], []);
}
