using Beleg.Ledger;
using Beleg.Primitives;

namespace Beleg.Metrics;

/// <summary>What a programme brought and cost, month by month, and when it has paid for itself: what a payback chart draws.</summary>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Months">In order; cumulated from the first.</param>
/// <param name="Low">Payback under cautious assumptions.</param>
/// <param name="Base">Payback as expected.</param>
/// <param name="High">Payback under optimistic assumptions.</param>
/// <param name="Gaps">What is missing to price a month.</param>
public sealed record ProgrammeCourse(Currency Currency, IReadOnlyList<ProgrammeMonth> Months, Payback Low, Payback Base, Payback High, IReadOnlyList<Words> Gaps);
