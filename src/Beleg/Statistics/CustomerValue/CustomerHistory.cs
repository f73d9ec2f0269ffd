namespace Beleg.Statistics.CustomerValue;

/// <summary>Customers with one and the same history.</summary>
/// <param name="Purchases">How often again, how late, how long watched; in weeks.</param>
/// <param name="MeanValue">The mean of their repeat purchases; 0 without repeats.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Part">One of <see cref="ExpectedValue.Parts"/> parts of all customers, by chance: how sure a fit is shows where each is left out in turn.</param>
public readonly record struct CustomerHistory(Purchases Purchases, double MeanValue, int Count, int Part);
