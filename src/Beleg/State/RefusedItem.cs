using Beleg.Sources;
using NodaTime;

namespace Beleg.State;

/// <summary>One refused item of a delivery, as shown on the sources page.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Seq">Position of the delivery in the journal.</param>
/// <param name="Refusal">What was refused and why.</param>
/// <param name="At">When the delivery arrived.</param>
public sealed record RefusedItem(string Source, long Seq, Refusal Refusal, Instant At);
