using NodaTime;

namespace Beleg.Journal;

/// <summary>What the journal holds of one source.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Deliveries">How many.</param>
/// <param name="LastSeq">Position of the latest.</param>
/// <param name="LastReceivedAt">Arrival of the latest.</param>
public sealed record SourceCount(string Source, long Deliveries, long LastSeq, Instant LastReceivedAt);
