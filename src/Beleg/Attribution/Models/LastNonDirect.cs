using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>Everything to the last touch that is no direct visit; where all are direct, to the last of them.</summary>
public sealed class LastNonDirect : IAttributionModel
{
    /// <inheritdoc/>
    public string Id => "last_non_direct";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        var last = touches.Length - 1;
        while (last >= 0 && touches[last].IsDirect)
            last--;
        weights.Clear();
        weights[last < 0 ? touches.Length - 1 : last] = 1;
        return true;
    }
}
