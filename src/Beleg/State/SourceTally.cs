using NodaTime;

namespace Beleg.State;

/// <summary>What was translated of a source so far.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Seq">Position of its last delivery that was translated; the source lags by what the journal has beyond it.</param>
/// <param name="ReceivedAt">When that delivery arrived.</param>
/// <param name="Deliveries">Deliveries translated.</param>
/// <param name="Events">Events they gave.</param>
/// <param name="LastOccurredAt">The latest time of an event; null where there was none.</param>
public sealed record SourceTally(string Source, long Seq, Instant ReceivedAt, long Deliveries, long Events, Instant? LastOccurredAt);
