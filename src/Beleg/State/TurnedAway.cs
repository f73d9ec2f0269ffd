using NodaTime;

namespace Beleg.State;

/// <summary>Requests that were turned away at the door. Only counted: nothing of them is kept.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Reason">A stable code: bad_signature, foreign_account, rate, click_lost …</param>
/// <param name="Count">How many.</param>
/// <param name="LastAt">When the latest came.</param>
public sealed record TurnedAway(string Source, string Reason, long Count, Instant LastAt);
