using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>One cart that went to a checkout, and the order it became.</summary>
public sealed record CartFact
{
    /// <summary>(shop, the shop's id of the cart).</summary>
    public required Key Cart { get; init; }

    /// <summary>Whoever ordered it; else whoever began the checkout.</summary>
    public required Key Contact { get; init; }

    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>First seen at the checkout.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>What became of it.</summary>
    public required CartState State { get; init; }

    /// <summary>Its latest value in the workspace's currency; null where nothing said one, or the rate is missing.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>The order it became; none.</summary>
    public required Key Order { get; init; }

    /// <summary>When that was placed.</summary>
    public Instant? OrderedAt { get; init; }

    /// <summary>The last chat touch between leaving the cart and ordering it.</summary>
    public Instant? TouchedAt { get; init; }

    /// <summary>Left for an hour, then ordered after a chat touch, and the order counts.</summary>
    public required bool Recovered { get; init; }
}
