using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>A place where money is lost, as an experiment of the proof cites it.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Subject">What it is about, such as <c>bouquet/3/opener</c>.</param>
/// <param name="Title">A few words.</param>
/// <param name="Numerator">How many did.</param>
/// <param name="Denominator">Of how many.</param>
/// <param name="Share">The one over the other.</param>
/// <param name="Interval">Its 95 % interval.</param>
/// <param name="Strong">Whether the whole interval lies beyond the rule's threshold.</param>
/// <param name="Money">What it may cost in the month, in major units: cautious, expected, optimistic. Null where no estimate can be made.</param>
/// <param name="Metric">The metric that would decide an experiment.</param>
/// <param name="Effect">The smallest change of it worth having.</param>
public sealed record ProofFinding(
    string Rule, string Subject, Words Title, decimal Numerator, decimal Denominator, decimal Share, ProofRange Interval, bool Strong, ProofScenarios? Money, string Metric, decimal Effect);
