namespace Beleg.Benchmarks.Support;

/// <summary>The highest resident size of this process while it lives, sampled ten times a second.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer timer;
    private long highest;

    public PeakMemory() => timer = new Timer(_ => highest = Math.Max(highest, Environment.WorkingSet), null, 0, 100);

    public double Megabytes => highest / 1e6;

    public void Dispose() => timer.Dispose();
}
