using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>
/// What was delivered behind one event, as it came. It can hold names and texts of people: only for whoever may administer the workspace,
/// and kept nowhere but in the journal.
/// </summary>
/// <param name="Seq">Position of the delivery in the journal.</param>
/// <param name="Item">Position within it.</param>
/// <param name="ReceivedAt">When the delivery arrived.</param>
/// <param name="Source">Who delivered it.</param>
/// <param name="DeliveryBytes">Length of the whole body.</param>
/// <param name="IsWhole">Whether the text is the whole body; otherwise it is the one item, so that others in the delivery stay unseen.</param>
/// <param name="Text">The bytes as UTF-8 text.</param>
public sealed record RawEvent(long Seq, int Item, Instant ReceivedAt, string Source, int DeliveryBytes, bool IsWhole, string Text);
