using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Customers;

/// <summary>What customers were worth, will be worth, and how many stay. Money in major units of the workspace's currency.</summary>
public sealed record CustomerReport
{
    /// <summary>The last day that was looked at.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Customers with an order that counts.</summary>
    public required int Customers { get; init; }

    /// <summary>Of them, those who bought again on another day.</summary>
    public required int Repeaters { get; init; }

    /// <summary>Net revenue over orders.</summary>
    public required decimal? OrderValue { get; init; }

    /// <summary>Orders of the last 365 days over customers active in them.</summary>
    public required decimal? OrdersPerYear { get; init; }

    /// <summary>1 over the churn of the last year, in years; null where nobody was a customer a year ago or nobody left.</summary>
    public required decimal? Years { get; init; }

    /// <summary>Historic lifetime value: the three above multiplied; null where one is missing.</summary>
    public required decimal? Historic { get; init; }

    /// <summary>Retention and churn: of the year up to the end, all, without and with chat, then of the period asked for where it is another.</summary>
    public required IReadOnlyList<CustomerRetention> Retention { get; init; }

    /// <summary>Days for which whoever ordered is a customer.</summary>
    public required int ActiveWindowDays { get; init; }

    /// <summary>What the models expect; null where there are too few repeats.</summary>
    public required CustomerOutlook? Outlook { get; init; }

    /// <summary>Who bought again, month by month, by the month of the first order; the latest cohorts.</summary>
    public required IReadOnlyList<CohortRow> Cohorts { get; init; }

    /// <summary>What limits the figures.</summary>
    public required IReadOnlyList<Words> Cautions { get; init; }
}
