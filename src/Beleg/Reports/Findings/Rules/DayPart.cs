using Beleg.Metrics;

namespace Beleg.Reports.Findings.Rules;

/// <summary>A part of the day: fine enough to act on, coarse enough that each has its cases.</summary>
/// <param name="From">First hour.</param>
/// <param name="To">The hour after the last; less than the first where midnight lies within.</param>
internal sealed record DayPart(int From, int To)
{
    private static readonly DayPart[] All = [new(6, 9), new(9, 12), new(12, 15), new(15, 18), new(18, 21), new(21, 6)];

    /// <summary>The part an hour belongs to.</summary>
    public static DayPart Of(int hour) => Array.Find(All, p => p.From < p.To ? hour >= p.From && hour < p.To : hour >= p.From || hour < p.To)!;

    /// <summary>On both kinds of clocks.</summary>
    public Words Name => new($"{From}:00–{To}:00", $"{From}–{To} Uhr");

    /// <summary>For subjects: 21-6.</summary>
    public string Code => FormattableString.Invariant($"{From}-{To}");
}
