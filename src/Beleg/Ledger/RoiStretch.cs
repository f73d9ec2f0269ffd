using NodaTime;

namespace Beleg.Ledger;

/// <summary>Days over which the same versions of the assumptions hold.</summary>
/// <param name="Day">A day of them.</param>
/// <param name="Months">How many months they are.</param>
/// <param name="Flows">What each flow did in them.</param>
/// <param name="Assumptions">The versions that hold.</param>
public sealed record RoiStretch(LocalDate Day, decimal Months, IReadOnlyList<RoiFlow> Flows, IReadOnlyList<Assumption> Assumptions);
