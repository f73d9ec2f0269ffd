using Beleg.App.Hosting;
using NodaTime;

namespace Beleg.Tests.App;

public sealed class SourceGlanceTests
{
    private static readonly Instant now = Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public void ASourceThatNeverSentIsNotCalledWell() => SourceGlance.Judge(null, null, now).ShouldBe(SourceState.Never);

    [Fact]
    public void ASourceReceivesForADayAndIsQuietAfterIt()
    {
        SourceGlance.Judge(now, null, now).ShouldBe(SourceState.Receiving);
        SourceGlance.Judge(now - Duration.FromHours(24), null, now).ShouldBe(SourceState.Receiving);
        SourceGlance.Judge(now - Duration.FromHours(24) - Duration.Epsilon, null, now).ShouldBe(SourceState.Quiet);
    }

    [Fact]
    public void WhatIsTurnedAwayIsSaidForAnHourWhateverElseCame()
    {
        SourceGlance.Judge(now, now - Duration.FromMinutes(59), now).ShouldBe(SourceState.TurningAway);
        SourceGlance.Judge(null, now, now).ShouldBe(SourceState.TurningAway);
        SourceGlance.Judge(now, now - Duration.FromHours(1), now).ShouldBe(SourceState.Receiving);
        SourceGlance.Judge(null, now - Duration.FromHours(1), now).ShouldBe(SourceState.Never);
    }
}
