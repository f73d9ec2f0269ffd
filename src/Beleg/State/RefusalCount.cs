using Beleg.Sources;
using NodaTime;

namespace Beleg.State;

/// <summary>How many items of a source were refused for one reason.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Reason">Why.</param>
/// <param name="Items">How many.</param>
/// <param name="LastAt">When the latest arrived.</param>
public sealed record RefusalCount(string Source, RefusalReason Reason, long Items, Instant LastAt);
