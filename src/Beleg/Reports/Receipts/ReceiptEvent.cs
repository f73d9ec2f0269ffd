using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>One raw event a receipt rests on. Its delivery's bytes are read from the journal when asked for, by whoever may.</summary>
/// <param name="Seq">Position of the delivery in the journal.</param>
/// <param name="Item">Position within it.</param>
/// <param name="Event">The event's idempotency key.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, by the source's clock.</param>
/// <param name="Source">Who said so.</param>
/// <param name="Trust">How far it is believed.</param>
/// <param name="Part">What it tells: order, refund, touch or identity.</param>
/// <param name="Touch">The touch it belongs to.</param>
/// <param name="Conflict">Where several contents came with its id: counts, or replaced; null where one content came.</param>
public sealed record ReceiptEvent(long Seq, int Item, Key Event, EventKind Kind, Instant At, string Source, Trust Trust, string Part, Key Touch, string? Conflict = null);
