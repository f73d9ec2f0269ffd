namespace Beleg.Metrics;

/// <summary>One month of a programme, in minor units.</summary>
/// <param name="Month">The month.</param>
/// <param name="Low">Value generated under cautious assumptions.</param>
/// <param name="Base">As expected.</param>
/// <param name="High">Under optimistic assumptions.</param>
/// <param name="Running">Costs that come back.</param>
/// <param name="Once">One-off costs, whole; in the first month also those paid before it.</param>
/// <param name="CumulatedLow">Value from the first month to the end of this one.</param>
/// <param name="CumulatedBase">The same as expected.</param>
/// <param name="CumulatedHigh">The same, optimistic.</param>
/// <param name="CumulatedCost">Everything paid from the first month to the end of this one.</param>
public sealed record ProgrammeMonth(
    Period Month, long Low, long Base, long High, long Running, long Once, long CumulatedLow, long CumulatedBase, long CumulatedHigh, long CumulatedCost);
