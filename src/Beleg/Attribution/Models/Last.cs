using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>Everything to the last touch.</summary>
public sealed class Last : IAttributionModel
{
    /// <inheritdoc/>
    public string Id => "last";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        weights.Clear();
        weights[^1] = 1;
        return true;
    }
}
