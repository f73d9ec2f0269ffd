using Beleg.Primitives;
using NodaTime;

namespace Beleg.Ledger;

/// <summary>What return on investment is computed from.</summary>
/// <param name="Currency">The workspace's currency.</param>
/// <param name="Day">The day whose assumptions hold: the last of the period, as a rule.</param>
/// <param name="Months">How many months the period is, for hours saved a week.</param>
/// <param name="Flows">What each flow did.</param>
/// <param name="ProgrammeCostMinor">Platform, service and messages in the period, one-off costs spread; see <see cref="CostLedger.Amortised"/>.</param>
public sealed record RoiInputs(Currency Currency, LocalDate Day, decimal Months, IReadOnlyList<FlowOutcome> Flows, long ProgrammeCostMinor);
