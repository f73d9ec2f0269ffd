using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>Everything to the first touch.</summary>
public sealed class First : IAttributionModel
{
    /// <inheritdoc/>
    public string Id => "first";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        weights.Clear();
        weights[0] = 1;
        return true;
    }
}
