namespace Beleg.Metrics;

/// <summary>What a period means for a metric.</summary>
public enum MetricBasis
{
    /// <summary>Conversations, messages or contacts whose life began in the period, followed to the cut-off.</summary>
    Cohort,
    /// <summary>Bookings by their own date: orders, refunds, costs.</summary>
    Booking,
}
