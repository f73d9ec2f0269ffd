using System.Diagnostics;

namespace Beleg;

/// <summary>What a rebuild came to.</summary>
/// <param name="Deliveries">Deliveries read.</param>
/// <param name="Bookmark">Journal position reached.</param>
/// <param name="Passes">The passes in order, each with its time and the processor time it took.</param>
/// <param name="Joining">Of the first pass, the time in which one thread joined and spilled events while others translated.</param>
public sealed record RebuildResult(int Deliveries, long Bookmark, IReadOnlyList<RebuildPass> Passes, TimeSpan Joining);

/// <summary>One pass of a rebuild.</summary>
/// <param name="Name">Which.</param>
/// <param name="Elapsed">Time it took.</param>
/// <param name="Processor">Processor time of the whole process meanwhile, all cores.</param>
public readonly record struct RebuildPass(string Name, TimeSpan Elapsed, TimeSpan Processor);

/// <summary>Times passes that follow each other.</summary>
internal sealed class PassWatch
{
    private readonly List<RebuildPass> passes = [];
    private long started = Stopwatch.GetTimestamp();
    private TimeSpan processor = Environment.CpuUsage.TotalTime;

    public IReadOnlyList<RebuildPass> Passes => passes;

    /// <summary>Ends the pass that runs, and begins the next.</summary>
    public void End(string name)
    {
        var (now, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        passes.Add(new RebuildPass(name, Stopwatch.GetElapsedTime(started, now), used - processor));
        (started, processor) = (now, used);
    }
}
