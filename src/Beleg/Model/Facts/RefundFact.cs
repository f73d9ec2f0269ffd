using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One refund or charge-back.</summary>
public sealed record RefundFact
{
    /// <summary>(shop, order, refund id).</summary>
    public required Key Refund { get; init; }

    /// <summary>The order.</summary>
    public required Key Order { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How.</summary>
    public required RefundKind Kind { get; init; }

    /// <summary>Money moved, positive, original currency.</summary>
    public required long AmountOriginalMinor { get; init; }

    /// <summary>The same at the order's rate.</summary>
    public required long AmountMinor { get; init; }
}
