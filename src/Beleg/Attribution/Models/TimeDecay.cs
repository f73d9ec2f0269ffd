using NodaTime;

namespace Beleg.Attribution.Models;

/// <summary>A touch weighs half as much as one that is a half-life later.</summary>
/// <remarks>
/// Ages are counted back from the last touch, not from the order: the shares are the same, and the last touch always has the full
/// 62 bits however long before the order it was.
/// </remarks>
public sealed class TimeDecay : IAttributionModel
{
    private readonly ulong _halfLife;

    /// <summary>The model with its default half-life of 7 days.</summary>
    public TimeDecay()
        : this(Duration.FromDays(7))
    {
    }

    /// <summary>The model with a half-life, from a second to a hundred years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The half-life is shorter or longer.</exception>
    public TimeDecay(Duration halfLife)
    {
        if (halfLife < Duration.FromSeconds(1) || halfLife > Duration.FromDays(36_525))
            throw new ArgumentOutOfRangeException(nameof(halfLife), halfLife, "From a second to a hundred years.");
        _halfLife = (ulong)halfLife.ToInt64Nanoseconds();
    }

    /// <inheritdoc/>
    public string Id => "time_decay";

    /// <inheritdoc/>
    public bool TryWeigh(ReadOnlySpan<Touchpoint> touches, Instant placedAt, Span<ulong> weights)
    {
        var newest = touches[^1].At;
        for (var i = 0; i < touches.Length; i++)
            weights[i] = HalfPower.Of((ulong)(newest - touches[i].At).ToInt64Nanoseconds(), _halfLife);
        return true;
    }
}
