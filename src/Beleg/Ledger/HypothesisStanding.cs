using NodaTime;

namespace Beleg.Ledger;

/// <summary>Where a hypothesis stands on a day: its metric against a straight line from the baseline to the target.</summary>
/// <param name="State">The verdict.</param>
/// <param name="Expected">Where the line is on that day, in the metric's unit.</param>
/// <param name="Progress">Part of the way from baseline to target that the metric has gone; null without value, or where both are equal. Below 0 it went backwards.</param>
public sealed record HypothesisStanding(HypothesisState State, decimal Expected, decimal? Progress)
{
    /// <summary>Judges a value.</summary>
    /// <param name="baseline">Where the metric stood.</param>
    /// <param name="target">Where it should stand.</param>
    /// <param name="from">Day of the baseline.</param>
    /// <param name="due">Day of the target, after the first.</param>
    /// <param name="day">The day of the value: the one after the last it counts.</param>
    /// <param name="value">The metric's value; null where it has none.</param>
    /// <param name="moreIsGood">Decides where baseline and target are equal: the value is to be held.</param>
    public static HypothesisStanding Of(decimal baseline, decimal target, LocalDate from, LocalDate due, LocalDate day, decimal? value, bool moreIsGood)
    {
        var expected = Expect(baseline, target, from, due, day);
        if (value is not { } now)
            return new HypothesisStanding(HypothesisState.NoValue, expected, null);
        var up = target == baseline ? moreIsGood : target > baseline;
        bool IsAt(decimal mark) => up ? now >= mark : now <= mark;
        // What is to be held is reached only when its day has come.
        var reached = IsAt(target) && (target != baseline || day >= due);
        var state = reached ? HypothesisState.Reached
            : day >= due ? HypothesisState.Missed
            : IsAt(expected) ? HypothesisState.OnTrack
            : HypothesisState.Behind;
        return new HypothesisStanding(state, expected, target == baseline ? null : (now - baseline) / (target - baseline));
    }

    private static decimal Expect(decimal baseline, decimal target, LocalDate from, LocalDate due, LocalDate day)
    {
        decimal whole = NodaTime.Period.DaysBetween(from, due);
        decimal gone = Math.Clamp(NodaTime.Period.DaysBetween(from, day), 0, Math.Max(0, (int)whole));
        return whole <= 0 ? target : baseline + (target - baseline) * gone / whole;
    }
}
