using Beleg.Primitives;
using NodaTime;

namespace Beleg.Attribution;

/// <summary>One booking on an order: what was captured, or money that moved later.</summary>
/// <param name="Booking">The order itself, or the refund.</param>
/// <param name="At">When it is booked.</param>
/// <param name="Minor">Signed minor units: the capture above zero, a refund or charge-back below.</param>
public readonly record struct NetChange(Key Booking, Instant At, long Minor) : IComparable<NetChange>
{
    /// <inheritdoc/>
    public int CompareTo(NetChange other)
    {
        var byTime = At.CompareTo(other.At);
        return byTime != 0 ? byTime : Booking.CompareTo(other.Booking);
    }

    /// <summary>Whether the left one is booked first.</summary>
    public static bool operator <(NetChange left, NetChange right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is booked later.</summary>
    public static bool operator >(NetChange left, NetChange right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is not booked later.</summary>
    public static bool operator <=(NetChange left, NetChange right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is not booked first.</summary>
    public static bool operator >=(NetChange left, NetChange right) => left.CompareTo(right) >= 0;
}
