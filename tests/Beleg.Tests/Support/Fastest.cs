using System.Diagnostics;

namespace Beleg.Tests.Support;

/// <summary>How long something takes where the machine is shared with other tests: the fastest run says what the code needs, the others what the machine was doing.</summary>
internal static class Fastest
{
    /// <summary>The shortest of some runs.</summary>
    public static TimeSpan Of(int runs, Action work) => Enumerable.Range(0, runs).Min(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started);
    });
}
