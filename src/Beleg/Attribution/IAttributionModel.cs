using NodaTime;

namespace Beleg.Attribution;

/// <summary>One rule for sharing an order over the touches before it. Pure: the same touches always give the same weights.</summary>
public interface IAttributionModel
{
    /// <summary>The name of the model in addresses, files and columns; never renamed.</summary>
    string Id { get; }

    /// <summary>Weighs the touches of one order.</summary>
    /// <param name="touches">At least one, all within the look-back, in order of time.</param>
    /// <param name="placedAt">When the order was placed.</param>
    /// <param name="weights">
    /// Receives one whole number per touch; the share of a touch is its number over the sum of all, so that shares add up to 1 without
    /// rounding. Each is below 2^63.
    /// </param>
    /// <returns>False where no touch earns anything, which leaves the order unattributed under this model.</returns>
    bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights);
}
