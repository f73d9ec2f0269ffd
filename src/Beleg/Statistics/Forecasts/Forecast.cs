namespace Beleg.Statistics.Forecasts;

/// <summary>What is expected, with its intervals.</summary>
/// <param name="Method">The method's id, and what it chose: <c>ets(A,Ad,N)</c>.</param>
/// <param name="Points">One a step ahead.</param>
public sealed record Forecast(string Method, IReadOnlyList<ForecastPoint> Points)
{
    // The normal's 90 % and 97.5 % points.
    internal const double Z80 = 1.2815515655446004;
    internal const double Z95 = 1.959963984540054;

    /// <summary>
    /// Standard error of the sum of all points, where the method knows it: errors of single steps partly cancel, that of the level does not. Null
    /// where intervals are to be added end to end.
    /// </summary>
    public double? SumError { get; init; }

    /// <summary>A forecast of normal errors.</summary>
    internal static Forecast Normal(string method, IEnumerable<(double Mean, double StandardError)> points) => new(
        method,
        [.. points.Select(p => new ForecastPoint(p.Mean, p.Mean - Z80 * p.StandardError, p.Mean + Z80 * p.StandardError, p.Mean - Z95 * p.StandardError, p.Mean + Z95 * p.StandardError))]);
}
