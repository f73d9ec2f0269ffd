using Beleg.Metrics;

namespace Beleg.Reports.Growth;

/// <summary>One reason to extend the scope: what it looks at, its threshold, and whether it is reached.</summary>
/// <param name="Rule">Its stable name.</param>
/// <param name="Title">What would be added.</param>
/// <param name="Says">What was found, with its figures.</param>
/// <param name="Threshold">From when on it counts, in words.</param>
/// <param name="Fires">Whether it is reached.</param>
/// <param name="Offer">What to offer.</param>
public sealed record UpsellTrigger(string Rule, Words Title, Words Says, Words Threshold, bool Fires, Words Offer);
