using NodaTime;

namespace Beleg.Model;

/// <summary>A touch as one order sees it.</summary>
/// <param name="Touch">The touch.</param>
/// <param name="At">A conversation's last automated message before the order; else the touch's own time.</param>
/// <param name="ByClickId">It carried the click id that stands on the order.</param>
/// <param name="ThroughClickId">It is another contact's, found through that click id.</param>
internal readonly record struct OrderTouch(Touch Touch, Instant At, bool ByClickId, bool ThroughClickId);
