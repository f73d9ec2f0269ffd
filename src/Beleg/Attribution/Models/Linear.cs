using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>The same to every touch; the model where nobody chose another.</summary>
public sealed class Linear : IAttributionModel
{
    /// <inheritdoc/>
    public string Id => "linear";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        weights.Fill(1);
        return true;
    }
}
