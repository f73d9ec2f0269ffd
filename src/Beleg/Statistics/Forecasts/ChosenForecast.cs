namespace Beleg.Statistics.Forecasts;

/// <summary>A forecast by the method that would have done best, with how each would have done.</summary>
/// <param name="Forecast">What is expected.</param>
/// <param name="Tests">Each method's back-test, the best first; empty where there was too little to test and the simplest method was taken.</param>
public sealed record ChosenForecast(Forecast Forecast, IReadOnlyList<BackTest> Tests)
{
    /// <summary>The methods that are tried, the simplest first: it wins a tie.</summary>
    public static IReadOnlyList<IForecaster> Methods { get; } = [new SeasonalNaive(), new Theta(), new ExponentialSmoothing()];

    /// <summary>The methods that carry no trend and no season on, for a look further ahead than was seen.</summary>
    public static IReadOnlyList<IForecaster> LevelMethods { get; } = [new LevelMean(), new LevelSmoothing()];

    /// <summary>Looks ahead by the method with the least mean absolute error in the back-test.</summary>
    /// <param name="values">What was, in order of time.</param>
    /// <param name="season">Values in a season.</param>
    /// <param name="horizon">How many values ahead.</param>
    /// <param name="among">The methods that are tried; <see cref="Methods"/> where null.</param>
    /// <returns>Null where no method can look ahead.</returns>
    public static ChosenForecast? Of(ReadOnlySpan<double> values, int season, int horizon, IReadOnlyList<IForecaster>? among = null)
    {
        var methods = among ?? Methods;
        var tests = new List<BackTest>();
        foreach (var method in methods)
        {
            if (BackTest.Of(method, values, season, Math.Min(horizon, Math.Max(1, values.Length / 4))) is { } test)
                tests.Add(test);
        }

        // Only methods tested at as many points as any are compared: fewer points may have been the easy ones.
        var most = tests.Count == 0 ? 0 : tests.Max(t => t.Forecasts);
        BackTest[] ranked = [.. tests.Where(t => t.Forecasts == most).OrderBy(t => t.MeanAbsoluteError)];
        foreach (var method in ranked.Select(t => methods.First(m => m.Id == t.Method)).Concat(methods))
        {
            if (method.Of(values, season, horizon) is { } forecast)
                return new ChosenForecast(forecast, ranked);
        }

        return null;
    }
}
