using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>40 % to the first touch, 40 % to the last, 20 % shared by those between; two touches get half each, one gets all.</summary>
public sealed class Position : IAttributionModel
{
    /// <inheritdoc/>
    public string Id => "position";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        // With m touches between, 40 : 20/m : 40 is 2m : 1 : 2m, in whole numbers.
        weights.Fill(1);
        if (touches.Length > 2)
            weights[0] = weights[^1] = 2 * ((ulong)touches.Length - 2);
        return true;
    }
}
