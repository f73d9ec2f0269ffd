using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>A clock that moves only when told to.</summary>
internal sealed class ManualClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 9, 14, 8, 30);

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Now += by;
}
