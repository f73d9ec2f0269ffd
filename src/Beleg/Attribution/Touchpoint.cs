using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Attribution;

/// <summary>What a model needs to know of a touch. Ordered by time, then by key, so that every order of arrival gives one order of touches.</summary>
/// <param name="Touch">The touch; unique among those of an order.</param>
/// <param name="At">When it was.</param>
/// <param name="IsChat">Whether it is the chat's; a mere web visit is not.</param>
/// <param name="IsDirect">A visit without any source.</param>
/// <param name="Evidence">How sure it is that this touch belongs to the order's customer.</param>
public readonly record struct Touchpoint(Key Touch, Instant At, bool IsChat, bool IsDirect, Evidence Evidence) : IComparable<Touchpoint>
{
    /// <inheritdoc/>
    public int CompareTo(Touchpoint other)
    {
        var byTime = At.CompareTo(other.At);
        return byTime != 0 ? byTime : Touch.CompareTo(other.Touch);
    }

    /// <summary>Whether the left touch comes first.</summary>
    public static bool operator <(Touchpoint left, Touchpoint right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left touch comes later.</summary>
    public static bool operator >(Touchpoint left, Touchpoint right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left touch does not come later.</summary>
    public static bool operator <=(Touchpoint left, Touchpoint right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left touch does not come first.</summary>
    public static bool operator >=(Touchpoint left, Touchpoint right) => left.CompareTo(right) >= 0;
}
