using NodaTime;

namespace Beleg.Reports.Outlook;

/// <summary>One step; what was has no interval.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Value">What was, or what is expected.</param>
/// <param name="Low80">Four of five times above.</param>
/// <param name="High80">The upper end of that interval.</param>
/// <param name="Low95">The lower end of the interval that holds nineteen of twenty.</param>
/// <param name="High95">Its upper end.</param>
public sealed record OutlookPoint(LocalDate From, decimal Value, decimal? Low80 = null, decimal? High80 = null, decimal? Low95 = null, decimal? High95 = null)
{
    /// <summary>The same times a factor.</summary>
    public OutlookPoint Times(decimal factor) =>
        new(From, Value * factor, Low80 * factor, High80 * factor, Low95 * factor, High95 * factor);
}
