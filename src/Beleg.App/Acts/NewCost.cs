using NodaTime;

namespace Beleg.App.Acts;

/// <summary>What a line of the cost ledger is to say.</summary>
/// <param name="Kind">platform, service, setup …</param>
/// <param name="Recurrence">once, monthly or period.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last; null is open.</param>
/// <param name="Amount">Major units, with a point.</param>
/// <param name="Currency">ISO 4217; null is the workspace's.</param>
/// <param name="Flow">Flow it belongs to.</param>
/// <param name="Campaign">Campaign it belongs to.</param>
/// <param name="Channel">Channel it belongs to.</param>
/// <param name="Human">Whether it pays for people who answer.</param>
internal sealed record NewCost(
    string? Kind, string? Recurrence, LocalDate? From, LocalDate? To, string? Amount, string? Currency = null, string? Flow = null, string? Campaign = null, string? Channel = null, bool? Human = null);
