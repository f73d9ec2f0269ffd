using NodaTime;

namespace Beleg.App.Acts;

/// <summary>What an assumption is to say.</summary>
/// <param name="Value">What is expected.</param>
/// <param name="Low">The cautious end; null is the value.</param>
/// <param name="High">The optimistic end; null is the value.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Approver">Who in Finance agreed.</param>
/// <param name="ValidFrom">First day it holds; null is today.</param>
internal sealed record NewAssumption(decimal? Value, decimal? Low, decimal? High, string? Unit, string? Basis, string? Owner, string? Approver, LocalDate? ValidFrom);
