using NodaTime;

namespace Beleg.App.Acts;

/// <summary>What a hypothesis is to say.</summary>
/// <param name="Statement">What is expected, in one sentence.</param>
/// <param name="StatementDe">The same in German; null where nobody writes it twice.</param>
/// <param name="Metric">The metric it is judged by.</param>
/// <param name="Baseline">Where the metric stood, in its unit.</param>
/// <param name="Target">Where it should stand.</param>
/// <param name="From">Day of the baseline; null is today.</param>
/// <param name="Due">Day by which the target should be reached.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Closed">Given up or done with.</param>
internal sealed record NewHypothesis(string? Statement, string? StatementDe, string? Metric, decimal? Baseline, decimal? Target, LocalDate? From, LocalDate? Due, string? Owner, bool Closed = false);
