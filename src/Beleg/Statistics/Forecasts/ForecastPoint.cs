namespace Beleg.Statistics.Forecasts;

/// <summary>One step ahead, in the unit of the values.</summary>
/// <param name="Mean">What is expected.</param>
/// <param name="Low80">Four of five times above this.</param>
/// <param name="High80">The upper end of the interval that holds four of five.</param>
/// <param name="Low95">The lower end of the interval that holds nineteen of twenty.</param>
/// <param name="High95">Its upper end.</param>
public readonly record struct ForecastPoint(double Mean, double Low80, double High80, double Low95, double High95);
