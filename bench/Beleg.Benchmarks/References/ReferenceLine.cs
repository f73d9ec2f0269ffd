using System.Globalization;

namespace Beleg.Benchmarks.References;

/// <summary>What one tool made of something.</summary>
/// <param name="Figure">What was computed.</param>
/// <param name="Tool">By what.</param>
/// <param name="Value">One number, or several with blanks between.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ReferenceLine(string Figure, string Tool, string Value, double Seconds)
{
    /// <summary>The value, or how many there are.</summary>
    public string Shown => Numbers.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Numbers.Length} effects") : Value;

    private double[] Numbers => [.. Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    /// <summary>The largest difference between the two, as text; empty where they cannot be compared.</summary>
    public string Apart(ReferenceLine other) => other.Numbers.Length != Numbers.Length || Numbers.Length == 0 ? ""
        : Numbers.Zip(other.Numbers, (a, b) => Math.Abs(a - b)).Max().ToString("g3", CultureInfo.InvariantCulture);
}
