namespace Beleg.Statistics.Forecasts;

/// <summary>One way of looking ahead. Pure: the same values always give the same forecast.</summary>
public interface IForecaster
{
    /// <summary>The name of the method; never renamed.</summary>
    string Id { get; }

    /// <summary>Looks ahead.</summary>
    /// <param name="values">What was, in order of time, nothing missing.</param>
    /// <param name="season">Values in a season: 12 for months, 7 for days; 1 for none.</param>
    /// <param name="horizon">How many values ahead.</param>
    /// <returns>Null where there is too little to learn from.</returns>
    Forecast? Of(ReadOnlySpan<double> values, int season, int horizon);
}
