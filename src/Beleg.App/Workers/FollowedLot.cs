namespace Beleg.App.Workers;

/// <summary>A lot of deliveries that the facts followed, and how things stand after it.</summary>
/// <param name="Taken">Deliveries of the lot.</param>
/// <param name="Worked">How long it took.</param>
/// <param name="Cycle">Time since the end of the lot before it, the rest included.</param>
/// <param name="Arrived">Deliveries that came in that time.</param>
/// <param name="Waiting">Deliveries that wait now.</param>
/// <param name="Behind">How long the first of them has waited.</param>
internal readonly record struct FollowedLot(int Taken, TimeSpan Worked, TimeSpan Cycle, long Arrived, long Waiting, TimeSpan Behind)
{
    /// <summary>How long it would take at this speed until nothing waits.</summary>
    public TimeSpan CatchesUpIn => Worked * ((double)Waiting / Math.Max(1, Taken));
}
