using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>What one conversation that goes on is worth, in major units.</summary>
/// <param name="Low">Cautious.</param>
/// <param name="Base">As expected.</param>
/// <param name="High">Optimistic.</param>
/// <param name="Of">Where it comes from.</param>
/// <param name="Unset">Whether an assumption in it was never set.</param>
internal sealed record Worth(decimal Low, decimal Base, decimal High, Words Of, bool Unset);
