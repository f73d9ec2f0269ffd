namespace Beleg.Primitives;

/// <summary>A small seeded source of random numbers that is the same in every runtime, which <c>System.Random</c> does not promise.</summary>
/// <remarks>Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.</remarks>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        var mixed = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A whole number from 0 to below a limit; the favour to small numbers is below limit / 2^64.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from 0 to below 1, in steps of 2^-53.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
