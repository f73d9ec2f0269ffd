using NodaTime;

namespace Beleg.App.Demo;

/// <summary>An order as a shop's webhook tells it.</summary>
internal sealed record ShopOrder
{
    public long Number { get; init; }

    public Instant At { get; init; }

    public int Cents { get; init; }

    public string Currency { get; init; } = "USD";

    public required string Email { get; init; }

    /// <summary>The buyer's name.</summary>
    public string? Name { get; init; }

    /// <summary>Click id, as a note of the cart.</summary>
    public string? Bid { get; init; }

    /// <summary>Page the visit began on.</summary>
    public string Landing { get; init; } = "/";

    public string? Coupon { get; init; }

    /// <summary>Whether it was placed and paid in the chat.</summary>
    public bool InChat { get; init; }

    /// <summary>Token of the cart it came from; null where there was none.</summary>
    public string? Cart { get; init; }

    public bool Test { get; init; }

    public bool Cancelled { get; init; }
}
