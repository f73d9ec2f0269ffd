namespace Beleg.Statistics;

/// <summary>The field's plain formulas, exact, for checking figures by hand. Each is null where its denominator is 0.</summary>
public static class Textbook
{
    /// <summary>Conversion rate: conversions over visits, 0 to 1.</summary>
    public static decimal? ConversionRate(long conversions, long visits) => Quotient(conversions, visits);

    /// <summary>Average order value: net revenue over orders.</summary>
    public static decimal? AverageOrderValue(decimal netRevenue, long orders) => Quotient(netRevenue, orders);

    /// <summary>Customer retention rate: those at the end without those won in between, over those at the start.</summary>
    public static decimal? RetentionRate(long atEnd, long won, long atStart) => Quotient(atEnd - won, atStart);

    /// <summary>Churn rate: 1 minus retention.</summary>
    public static decimal? ChurnRate(long atEnd, long won, long atStart) => 1 - RetentionRate(atEnd, won, atStart);

    /// <summary>Historic customer lifetime value: average order value × orders a year × years.</summary>
    public static decimal LifetimeValue(decimal averageOrderValue, decimal ordersPerYear, decimal years) => averageOrderValue * ordersPerYear * years;

    /// <summary>Conversions above what as many visits bring at the rate of a comparison; below 0 where there are fewer.</summary>
    public static decimal? AdditionalConversions(long conversions, long visits, long comparedConversions, long comparedVisits) =>
        comparedVisits == 0 ? null : conversions - (decimal)comparedConversions * visits / comparedVisits;

    private static decimal? Quotient(decimal numerator, long denominator) => denominator == 0 ? null : numerator / denominator;
}
