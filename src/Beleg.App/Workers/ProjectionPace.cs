namespace Beleg.App.Workers;

/// <summary>
/// How long the facts rest between two rounds, so that many deliveries are folded together and whoever delivers finds the processor free.
/// What is kept is seen within two seconds as long as the machine can do that beside the intake; in a burst keeping comes first, and the
/// facts may fall behind, but never further than they are allowed to (ADR 0022). Pure.
/// </summary>
/// <param name="mostBehind">How far behind a burst facts may fall.</param>
internal sealed class ProjectionPace(TimeSpan mostBehind)
{
    /// <summary>From this many deliveries a second on it is a burst; an import or a busy shop stays far below.</summary>
    public const int BurstPerSecond = 2_000;

    /// <summary>For each second at work so many at rest: a quarter of one core at most, where nothing waits too long for it.</summary>
    private const int RestsPerWork = 3;

    /// <summary>Two seconds are promised; the rest is for reading and for the query itself.</summary>
    private static readonly TimeSpan seenWithin = TimeSpan.FromSeconds(1.5);

    /// <summary>How long to rest after a round, and whether because of a burst: then the rest ends with it.</summary>
    /// <param name="worked">How long the round took.</param>
    /// <param name="arrived">Deliveries that came in the meantime and wait for the next.</param>
    public (TimeSpan Time, bool InBurst) Rest(TimeSpan worked, long arrived)
    {
        if (arrived == 0)
            return (TimeSpan.Zero, false);
        // What arrives just after a round has begun waits for its end, for the rest, and for the whole next round.
        var room = seenWithin - (worked * 2);
        if (room < worked && IsBurst(arrived, worked))
            return (Longest(mostBehind - (worked * 2), TimeSpan.Zero), true);
        var rest = worked * RestsPerWork;
        return (Longest(rest < room ? rest : room, TimeSpan.Zero), false);
    }

    /// <summary>Whether so many in such a time are a burst.</summary>
    public static bool IsBurst(long arrived, TimeSpan within) => arrived >= BurstPerSecond * within.TotalSeconds;

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
