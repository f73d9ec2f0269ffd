using NodaTime;

namespace Beleg.Reports.Customers;

/// <summary>Customers of one month.</summary>
/// <param name="Month">The month of their first order.</param>
/// <param name="Customers">How many.</param>
/// <param name="Shares">The share that bought in that month and in each after it, 0 to 1; the first is 1.</param>
public sealed record CohortRow(YearMonth Month, int Customers, IReadOnlyList<double> Shares);
