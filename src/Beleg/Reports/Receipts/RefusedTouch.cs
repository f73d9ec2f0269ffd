using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>Something the customer met before the order that was given nothing, because its window had passed.</summary>
/// <param name="Touch">The touch.</param>
/// <param name="Kind">What it was.</param>
/// <param name="At">When its clock started, as seen from the order.</param>
/// <param name="AgeMs">How long before the order; more than its window.</param>
/// <param name="Channel">Messaging channel.</param>
/// <param name="Flow">Flow.</param>
/// <param name="Window">The window that refused it.</param>
public sealed record RefusedTouch(Key Touch, TouchKind Kind, Instant At, long AgeMs, Channel Channel, string? Flow, ReceiptWindow Window);
