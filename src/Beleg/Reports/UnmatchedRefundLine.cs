using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports;

/// <summary>One refund whose order nobody told of, in a list.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="OrderId">The shop's id of the order it waits for.</param>
/// <param name="At">When the money moved.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">What moved back, positive, in its own currency.</param>
public sealed record UnmatchedRefundLine(string Shop, string OrderId, Instant At, RefundKind Kind, Amount Amount);
