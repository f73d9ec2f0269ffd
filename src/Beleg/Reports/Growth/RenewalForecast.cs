using Beleg.Metrics;

namespace Beleg.Reports.Growth;

/// <summary>What the retainer is worth in the next twelve months, after its cost. Money in major units of the workspace's currency.</summary>
/// <param name="Expected">Scope as it is.</param>
/// <param name="Low80">Four of five times above.</param>
/// <param name="High80">Four of five times below.</param>
/// <param name="Low95">Nineteen of twenty times inside, with the next.</param>
/// <param name="High95">The upper end of that interval.</param>
/// <param name="Extended">Scope extended.</param>
/// <param name="ExtendedLow80">The lower end of its 80 % interval.</param>
/// <param name="ExtendedHigh80">The upper end.</param>
/// <param name="Factor">How many times the scope that is; 1 where there is nothing to extend to.</param>
/// <param name="Cautious">Scope as it is, with cautious assumptions; null where none differ.</param>
/// <param name="How">The method, and how it would have done.</param>
public sealed record RenewalForecast(
    decimal Expected, decimal Low80, decimal High80, decimal Low95, decimal High95, decimal Extended, decimal ExtendedLow80, decimal ExtendedHigh80, decimal Factor,
    decimal? Cautious, Words How)
{
    /// <summary>Reads it from the figure <c>forecast_value</c>; null where that has no value. Pure.</summary>
    public static RenewalForecast? Of(MetricResult forecast)
    {
        if (forecast.Total is not { Value: { } expected, Interval: { } interval, Parts: var parts })
            return null;
        decimal At(string part) => parts[part].Value!.Value;
        return new RenewalForecast(
            expected, At("low_80"), At("high_80"), interval.Low, interval.High, At("extended"), At("extended_low_80"), At("extended_high_80"),
            forecast.Assumptions.FirstOrDefault(a => a.Id == "scope_extension")?.Value ?? 1,
            forecast.Total.Low == expected ? null : forecast.Total.Low, forecast.Notes.Count > 0 ? forecast.Notes[0] : new Words("", ""));
    }
}
