using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>Money that moved back on an order.</summary>
/// <param name="Key">(shop, order, refund id).</param>
/// <param name="At">When it moved.</param>
/// <param name="Kind">How.</param>
/// <param name="AmountOriginal">Positive, original currency, on the workspace's revenue basis.</param>
/// <param name="Amount">The same in the workspace's currency at the order's rate.</param>
internal readonly record struct MoneyRefund(Key Key, Instant At, RefundKind Kind, long AmountOriginal, long Amount);
