namespace Beleg.Statistics.Experiments;

/// <summary>What became of one contact of an experiment: the contact is what was drawn, so it is what is counted.</summary>
/// <param name="Value">What is measured: revenue, 1 for a sale, the numerator of a ratio.</param>
/// <param name="Denominator">The denominator of a ratio (chats, orders); 1 where the measure is one of contacts.</param>
/// <param name="Before">The same measure in the time before the experiment, for CUPED; 0 where nothing is known.</param>
public readonly record struct Outcome(double Value, double Denominator = 1, double Before = 0);
