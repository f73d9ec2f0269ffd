using NodaTime;

namespace Beleg.Primitives;

/// <summary>A half-open stretch of time [<paramref name="From"/>, <paramref name="To"/>) on the world's clock.</summary>
/// <param name="From">The first instant inside.</param>
/// <param name="To">The first instant after.</param>
public readonly record struct InstantSpan(Instant From, Instant To)
{
    /// <summary>How long it lasts.</summary>
    public Duration Length => To - From;

    /// <summary>Whether an instant lies inside.</summary>
    public bool Contains(Instant at) => at >= From && at < To;
}
