using NodaTime;

namespace Beleg.Reports.Customers;

/// <summary>Who stayed: of the customers of one morning, those who still were customers at the end. The engine's own figures.</summary>
/// <param name="From">The day they were customers at the start of.</param>
/// <param name="To">The day after the last.</param>
/// <param name="WithChat">Only those whom the business had written to before, or only the others; null for all.</param>
/// <param name="AtStart">Customers at the start: they had ordered within the active window before it.</param>
/// <param name="Kept">Of them, customers at the end.</param>
/// <param name="Retention">Customer retention rate, 0 to 1; null where nobody was a customer at the start.</param>
/// <param name="RetentionLow">Lower end of its 95 % interval (Wilson).</param>
/// <param name="RetentionHigh">Upper end.</param>
/// <param name="Churn">1 − the retention rate.</param>
/// <param name="ChurnLow">Lower end of its 95 % interval.</param>
/// <param name="ChurnHigh">Upper end.</param>
/// <param name="LowSample">Fewer customers at the start than the metric asks for.</param>
public sealed record CustomerRetention(
    LocalDate From, LocalDate To, bool? WithChat, long AtStart, long Kept, decimal? Retention, decimal? RetentionLow, decimal? RetentionHigh,
    decimal? Churn, decimal? ChurnLow, decimal? ChurnHigh, bool LowSample);
