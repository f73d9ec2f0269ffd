using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>What one rule came to.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="LooksFor">What it looks for.</param>
/// <param name="Found">How often it found it.</param>
public sealed record RuleOutcome(string Rule, Words Title, Words LooksFor, int Found);
