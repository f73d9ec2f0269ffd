using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports;

/// <summary>One event that came with the same id and other content.</summary>
/// <param name="Source">Who said so.</param>
/// <param name="Kind">What happened, as the version that counts says.</param>
/// <param name="At">When, as the version that counts says.</param>
/// <param name="Versions">Different contents; at least 2.</param>
/// <param name="ByUpdateTime">Whether the source's own time of change decided which counts.</param>
/// <param name="Event">The event.</param>
/// <param name="Contact">The contact it belongs to; null for a line of the ledger.</param>
/// <param name="Shop">Shop of the order it is about; null where it is about none.</param>
/// <param name="OrderId">Id of the order it is about.</param>
public sealed record ConflictLine(string Source, EventKind Kind, Instant At, int Versions, bool ByUpdateTime, Key Event, Key? Contact, string? Shop, string? OrderId);
