using Beleg.Primitives;
using Beleg.Statistics.Forecasts;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>A past that adds up, and what is expected after it. Pure: the same past gives the same outlook.</summary>
/// <param name="Grain">The steps it is cut into.</param>
/// <param name="Chosen">The forecast and how each method would have done; null where there is too little to learn from.</param>
/// <param name="Ahead">One a step; empty without a forecast.</param>
internal sealed record LookAhead(Grain Grain, ChosenForecast? Chosen, IReadOnlyList<AheadStep> Ahead)
{
    private const int FewMonths = 18;
    private const int FewWeeks = 16;

    /// <summary>Whether it reaches further than was seen, so that only the level was carried on.</summary>
    public bool Beyond { get; init; }

    /// <summary>
    /// All steps together. Their intervals are added end to end, which is wider than they promise, unless the method knows the error of a sum; null
    /// without a forecast.
    /// </summary>
    public AheadStep? Sum => Ahead.Count == 0 ? null : Within(Ahead.Aggregate((all, p) =>
        new AheadStep(all.From, all.Mean + p.Mean, all.Low80 + p.Low80, all.High80 + p.High80, all.Low95 + p.Low95, all.High95 + p.High95)));

    /// <summary>As coarse as a past allows: months, weeks or days.</summary>
    public static Grain GrainOf(Period past) => past.Days >= FewMonths * 30 ? Grain.Month : past.Days >= FewWeeks * 7 ? Grain.Week : Grain.Day;

    /// <summary>The whole steps of a past: one that either end cuts is none.</summary>
    public static IEnumerable<Period> Whole(Period past, Grain grain)
    {
        var first = Period.StartOf(past.From, grain);
        for (var at = first < past.From ? Step(first, 1, grain) : first; Step(at, 1, grain) <= past.To; at = Step(at, 1, grain))
            yield return new Period(at, Step(at, 1, grain));
    }

    /// <summary>Steps in so many months from a day on.</summary>
    public static int Steps(LocalDate from, int months, Grain grain)
    {
        var days = NodaTime.Period.DaysBetween(from, from.PlusMonths(months));
        return grain switch { Grain.Month => months, Grain.Week => (days + 6) / 7, _ => days };
    }

    /// <summary>Looks ahead, never further than was seen unless that is asked for.</summary>
    /// <param name="past">Whole steps with their values, oldest first.</param>
    /// <param name="steps">How many steps at most.</param>
    /// <param name="grain">What a step is.</param>
    /// <param name="beyond">Up to twice as far as was seen: then only the level is carried on, no trend and no season.</param>
    public static LookAhead Of(IReadOnlyList<(LocalDate From, decimal Value)> past, int steps, Grain grain, bool beyond = false)
    {
        steps = Math.Min(steps, beyond ? 2 * past.Count : past.Count);
        double[] values = [.. past.Select(p => (double)p.Value)];
        var chosen = steps == 0 ? null
            : steps > past.Count ? ChosenForecast.Of(values, 1, steps, ChosenForecast.LevelMethods) : ChosenForecast.Of(values, Season(grain, past.Count), steps);
        var never = values.Length > 0 && values.All(v => v >= 0);
        return new LookAhead(grain, chosen, chosen is null ? [] : [.. chosen.Forecast.Points.Select((p, i) => Point(Step(past[^1].From, i + 1, grain), p, never))]) { Beyond = steps > past.Count };
    }

    private AheadStep Within(AheadStep sum)
    {
        if (Chosen?.Forecast.SumError is not { } error)
            return sum;
        var never = Ahead.All(step => step.Low95 >= 0);
        decimal At(double width) => Math.Round(sum.Mean + (decimal)Math.Clamp(width * error, -1e15, 1e15), 2) is var end && never ? Math.Max(0, end) : end;
        return sum with { Low80 = At(-Forecast.Z80), High80 = At(Forecast.Z80), Low95 = At(-Forecast.Z95), High95 = At(Forecast.Z95) };
    }

    // Something that was never below 0 is not expected there.
    private static AheadStep Point(LocalDate from, ForecastPoint point, bool never)
    {
        decimal At(double value) => Math.Round((decimal)Math.Clamp(never ? Math.Max(0, value) : value, -1e15, 1e15), 2);
        return new AheadStep(from, At(point.Mean), At(point.Low80), At(point.High80), At(point.Low95), At(point.High95));
    }

    /// <summary>How many whole steps of a past it takes to look ahead: more than a season of them.</summary>
    public static int Least(Grain grain) => Season(grain, 0) + 1;

    private static int Season(Grain grain, int count) => grain switch
    {
        Grain.Month => 12,
        Grain.Week => count >= 104 ? 52 : 1,
        _ => 7,
    };

    internal static LocalDate Step(LocalDate from, int steps, Grain grain) => grain switch
    {
        Grain.Month => from.PlusMonths(steps),
        Grain.Week => from.PlusWeeks(steps),
        _ => from.PlusDays(steps),
    };
}
