namespace Beleg.Statistics.Experiments;

/// <summary>
/// Compares like with like: contacts are put into strata by what was known before, compared inside each, and the differences are weighed by
/// how many contacts the second arm has there.
/// </summary>
/// <remarks>
/// For comparisons that were not drawn by lot (with chat against without chat): it takes out what the strata know and nothing else. The
/// answer speaks of the contacts of the second arm whose stratum has both arms; the share of the others is returned, never hidden.
/// </remarks>
public static class Stratification
{
    /// <summary>The stratified difference.</summary>
    /// <param name="strata">The arms of each stratum: first without, second with.</param>
    /// <returns>The difference a contact, and the share of the second arm's contacts that had nobody to be compared with; null where none had.</returns>
    public static (Effect Effect, double Unmatched)? Compare(IEnumerable<(ArmSums Without, ArmSums With)> strata)
    {
        var all = strata.Where(s => s.With.Contacts > 0).ToList();
        var kept = all.Select(s => (Without: s.Without.Mean(), With: s.With.Mean())).Where(s => s.Without is not null && s.With is not null)
            .Select(s => (Without: s.Without!.Value, With: s.With!.Value)).ToList();
        var (everyone, matched) = (all.Sum(s => s.With.Contacts), kept.Sum(s => s.With.Contacts));
        if (matched == 0)
            return null;
        var (value, variance, degrees, contacts) = (0d, 0d, 0d, 0L);
        foreach (var stratum in kept)
        {
            var weight = (double)stratum.With.Contacts / matched;
            var effect = Effect.Absolute(stratum.Without, stratum.With);
            value += weight * effect.Value;
            variance += weight * weight * effect.Variance;
            degrees += weight * weight * weight * weight * effect.Variance * effect.Variance / effect.Degrees;
            contacts += effect.Contacts;
        }

        return (new Effect(value, variance, degrees > 0 ? variance * variance / degrees : contacts - 2, contacts, false), 1 - (double)matched / everyone);
    }
}
