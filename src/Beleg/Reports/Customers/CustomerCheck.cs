namespace Beleg.Reports.Customers;

/// <summary>The model on its own past: fitted without the last weeks and held against them.</summary>
/// <param name="Weeks">How many weeks were held back.</param>
/// <param name="Expected">Purchases that it expected in them.</param>
/// <param name="Actual">Purchases that came.</param>
public sealed record CustomerCheck(int Weeks, double Expected, int Actual);
