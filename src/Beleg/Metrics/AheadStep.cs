using NodaTime;

namespace Beleg.Metrics;

/// <summary>What is expected of one step ahead, or of several together.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Mean">What is expected.</param>
/// <param name="Low80">Four of five times above.</param>
/// <param name="High80">The upper end of that interval.</param>
/// <param name="Low95">The lower end of the interval that holds nineteen of twenty.</param>
/// <param name="High95">Its upper end.</param>
internal sealed record AheadStep(LocalDate From, decimal Mean, decimal Low80, decimal High80, decimal Low95, decimal High95);
