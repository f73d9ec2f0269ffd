namespace Beleg.App.Workers;

/// <summary>
/// How long the facts rest between two lots, so that many deliveries are folded together and whoever delivers finds the processor free.
/// What is kept is seen within two seconds as long as the machine can do that beside the intake. In a burst that leaves the facts no core,
/// they work a tenth of the time, never less, until it is over (ADR 0022). Knows no clock: it is told what happened.
/// </summary>
/// <param name="mostBehind">How far facts may fall behind at most; null is as far as the burst takes them.</param>
/// <param name="cores">Cores of the machine.</param>
internal sealed class ProjectionPace(TimeSpan? mostBehind, int cores)
{
    /// <summary>From this many deliveries a second on it may be a burst; an import or a busy shop stays far below.</summary>
    public const int BurstPerSecond = 2_000;

    /// <summary>Deliveries of a lot: few enough that most of what it makes is forgotten before the collector moves it.</summary>
    public const int WholeLot = 4_000;

    /// <summary>In a burst a lot holds a core for a moment only; a smaller one would pay mostly for its transaction.</summary>
    public const int SmallLot = 2_000;

    /// <summary>For each second at work so many at rest: a quarter of one core at most, where nothing waits too long for it.</summary>
    private const int RestsPerWork = 3;

    /// <summary>The same in a burst: a tenth of the time.</summary>
    private const int RestsPerWorkInBurst = 9;

    /// <summary>Above this share of the cores but one, whatever else runs in the process leaves the facts none.</summary>
    private const double Busy = .75;

    /// <summary>Two seconds are promised; the rest is for reading and for the query itself.</summary>
    private static readonly TimeSpan seenWithin = TimeSpan.FromSeconds(1.5);

    /// <summary>Facts that will have caught up so soon are not left behind by a burst.</summary>
    private static readonly TimeSpan soonCaughtUp = TimeSpan.FromSeconds(1);

    /// <summary>How long it is believed that a core is free.</summary>
    private static readonly TimeSpan freeFor = TimeSpan.FromSeconds(3);

    private TimeSpan free;

    /// <summary>Whether keeping comes first just now.</summary>
    public bool InBurst { get; private set; }

    /// <summary>Deliveries to take next, at most.</summary>
    public int Most => InBurst ? SmallLot : WholeLot;

    /// <summary>How long to rest after a lot. Where <see cref="InBurst"/> is set then, the rest ends as soon as <see cref="GoesOn"/> says no.</summary>
    public TimeSpan Rest(in FollowedLot lot)
    {
        free = Longest(free - lot.Cycle, TimeSpan.Zero);
        InBurst = false;
        if (lot.Waiting == 0 || lot.Arrived == 0)
            return TimeSpan.Zero;
        if (free == TimeSpan.Zero && IsBurst(lot.Arrived, lot.Cycle) && lot.CatchesUpIn > soonCaughtUp)
        {
            var share = lot.Worked * RestsPerWorkInBurst;
            // What has waited longest also waits for this rest and for the lot after it.
            var rest = mostBehind is { } most ? Shortest(share, most - lot.Behind - (lot.Worked * 2)) : share;
            InBurst = rest > TimeSpan.Zero;
            return Longest(rest, TimeSpan.Zero);
        }

        // More than a lot waits: whoever still catches up does not rest.
        if (lot.Waiting > WholeLot)
            return TimeSpan.Zero;
        // What arrives just after a lot was taken waits for its end, for the rest, and for the whole next lot.
        return Longest(Shortest(lot.Worked * RestsPerWork, seenWithin - (lot.Worked * 2)), TimeSpan.Zero);
    }

    /// <summary>
    /// Whether to go on resting. TRICKY: only while the facts rest can be seen what the intake needs: beside facts at work it takes what it
    /// gets, and that always looks as if there were room for both.
    /// </summary>
    /// <param name="arrived">Deliveries that came during a piece of the rest.</param>
    /// <param name="within">How long that piece was.</param>
    /// <param name="processor">Processor time that the process took in it.</param>
    public bool GoesOn(long arrived, TimeSpan within, TimeSpan processor)
    {
        InBurst = false;
        if (!IsBurst(arrived, within))
            return false;
        if (processor > within * (Busy * (cores - 1)))
            return InBurst = true;
        free = freeFor;
        return false;
    }

    private static bool IsBurst(long arrived, TimeSpan within) => arrived >= BurstPerSecond * within.TotalSeconds;

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
