using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>The whole order, once, where any chat touch lies in the look-back; else nothing.</summary>
/// <remarks>
/// It is booked on the last chat touch alone, so that a split by channel or flow still adds up to each order once, however many touches
/// it had.
/// </remarks>
public sealed class Influenced : IAttributionModel
{
    /// <inheritdoc/>
    public string Id => "influenced";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        weights.Clear();
        var last = touches.Length - 1;
        while (last >= 0 && !touches[last].IsChat)
            last--;
        if (last < 0)
            return false;
        weights[last] = 1;
        return true;
    }
}
