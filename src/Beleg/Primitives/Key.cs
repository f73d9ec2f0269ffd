using System.Globalization;

namespace Beleg.Primitives;

/// <summary>
/// A pseudonym: the first 64 bits of a keyed HMAC over (domain, scope, value). Two keys of one workspace are equal if and only
/// if what they stand for is equal; without the workspace's key nobody can go back. Chance of one collision among ten million
/// keys of a workspace: 3 in a million (docs/adr/0005).
/// </summary>
/// <param name="Value">The 64 bits; 0 is <see cref="None"/>.</param>
public readonly record struct Key(long Value) : IComparable<Key>
{
    /// <summary>No key: the thing is absent.</summary>
    public static Key None => default;

    /// <summary>Whether there is no key.</summary>
    public bool IsNone => Value == 0;

    /// <summary>
    /// A key that follows from this one and a salt, for things that have no id of their own (an episode, a touch). What goes in is
    /// keyed already, so a fast mixer (SplitMix64's finaliser) is enough.
    /// </summary>
    public Key With(long salt)
    {
        var mixed = unchecked((ulong)Value ^ ((ulong)salt * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        mixed ^= mixed >> 31;
        return new Key(mixed == 0 ? 1 : (long)mixed);
    }

    /// <inheritdoc/>
    public int CompareTo(Key other) => Value.CompareTo(other.Value);

    /// <summary>Sixteen lower-case hex digits, as shown in addresses and exports.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out Key key)
    {
        var read = long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        key = new Key(value);
        return read && text!.Length == 16;
    }

    /// <summary>Orders keys; the order itself means nothing.</summary>
    public static bool operator <(Key left, Key right) => left.Value < right.Value;

    /// <summary>Orders keys; the order itself means nothing.</summary>
    public static bool operator >(Key left, Key right) => left.Value > right.Value;

    /// <summary>Orders keys; the order itself means nothing.</summary>
    public static bool operator <=(Key left, Key right) => left.Value <= right.Value;

    /// <summary>Orders keys; the order itself means nothing.</summary>
    public static bool operator >=(Key left, Key right) => left.Value >= right.Value;
}
