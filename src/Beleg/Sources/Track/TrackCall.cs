using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources.Track;

/// <summary>What is known of one call besides its properties.</summary>
/// <param name="Source">The source's settings.</param>
/// <param name="Hash">Makes keys.</param>
/// <param name="Trust">How far it is believed.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="WithPersonal">Whether names, texts and traits are wanted.</param>
internal sealed record TrackCall(SourceSettings Source, KeyedHash Hash, Trust Trust, Instant ReceivedAt, bool WithPersonal)
{
    /// <summary>The shop of orders that name none, and the scope of customer ids.</summary>
    public string Shop => Source.Shop is { Length: > 0 } shop ? shop : Source.Name;
}
