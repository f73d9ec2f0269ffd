using NodaTime;

namespace Beleg.App.Demo;

/// <summary>Seeded chance: the same seed tells the same story on every machine and in every runtime.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A whole number from one to another, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool Of1000(int times) => Below(1000) < times;

    /// <summary>One of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A length from one to another, of up to 24 days.</summary>
    public Duration Seconds(int low, int high) => Duration.FromMilliseconds(Between(checked(low * 1000), checked(high * 1000)));

    /// <summary>The numbers 0 to below a count in an order of their own.</summary>
    public int[] Shuffled(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        for (var i = count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // SplitMix64; System.Random does not promise the same numbers in the next runtime.
    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15);
        var mixed = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
