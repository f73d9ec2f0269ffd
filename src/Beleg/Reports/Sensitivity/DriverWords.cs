using Beleg.Metrics;

namespace Beleg.Reports.Sensitivity;

/// <summary>A driver of return on investment for people.</summary>
/// <param name="Id">Of the driver.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Range">Its cautious end, base and optimistic end.</param>
/// <param name="Turn">The value at which the return is 0; null where there is none.</param>
/// <param name="Note">That nobody set it, or what its ends are.</param>
public sealed record DriverWords(string Id, Words Name, Words Range, Words? Turn, Words Note);
