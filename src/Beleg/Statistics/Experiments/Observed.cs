namespace Beleg.Statistics.Experiments;

/// <summary>What was seen of an experiment: each contact once, in the arm it saw, or counted apart where it saw several.</summary>
/// <param name="Arms">The sums of each arm.</param>
/// <param name="InSeveralArms">Contacts who saw more than one; they are in no arm's sums.</param>
/// <param name="IsRatio">Whether the metric is a ratio of sums instead of a mean a contact.</param>
/// <param name="Guardrails">The metrics that must not get worse.</param>
public sealed record Observed(IReadOnlyList<ArmSums> Arms, long InSeveralArms, bool IsRatio, IReadOnlyList<ObservedGuardrail> Guardrails)
{
    private const int InSeveral = -1;

    /// <summary>Contacts of each arm.</summary>
    public IReadOnlyList<long> Contacts => [.. Arms.Select(a => a.Contacts)];

    /// <summary>Counts exposures: a contact may come several times, in one arm or in several.</summary>
    /// <param name="exposures">Contact, arm and what became of the contact; the same contact has the same outcome each time.</param>
    /// <param name="arms">How many arms there are.</param>
    /// <param name="isRatio">Whether the metric is a ratio of sums.</param>
    /// <param name="guardrails">The metrics that must not get worse.</param>
    /// <exception cref="ArgumentOutOfRangeException">An exposure's arm is none of them.</exception>
    public static Observed Of<TContact>(
        IEnumerable<(TContact Contact, int Arm, Outcome Outcome)> exposures, int arms, bool isRatio = false, IReadOnlyList<ObservedGuardrail>? guardrails = null)
        where TContact : notnull
    {
        var seen = new Dictionary<TContact, (int Arm, Outcome Outcome)>();
        foreach (var (contact, arm, outcome) in exposures)
        {
            if (arm < 0 || arm >= arms)
                throw new ArgumentOutOfRangeException(nameof(exposures), arm, "No such arm.");
            ref var place = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, contact, out var known);
            place = (known && place.Arm != arm ? InSeveral : arm, outcome);
        }

        ArmSums[] sums = [.. Enumerable.Range(0, arms).Select(_ => new ArmSums())];
        var several = 0L;
        foreach (var (arm, outcome) in seen.Values)
        {
            if (arm == InSeveral)
                several++;
            else
                sums[arm].Add(outcome);
        }

        return new Observed(sums, several, isRatio, guardrails ?? []);
    }
}
