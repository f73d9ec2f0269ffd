using Beleg.Reports;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the list of a month's orders shows.</summary>
public sealed record OrdersModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Period Period { get; init; }

    public required Filters.FilterModel Bar { get; init; }

    /// <summary>How many orders the month has.</summary>
    public required long Total { get; init; }

    public required IReadOnlyList<OrderRow> Rows { get; init; }

    /// <summary>Refunds of these days, or of the order asked for, that stand on no order; and how many there are in all.</summary>
    public required (IReadOnlyList<UnmatchedRefundLine> Rows, long Total) Unmatched { get; init; }
}
