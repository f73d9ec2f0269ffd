using System.Collections.Concurrent;
using Beleg.App.Hosting;

namespace Beleg.App.Workers;

/// <summary>Keeps the facts of every workspace current, each by a loop of its own: what is kept becomes visible within a second or so.</summary>
internal sealed class Projector(Installation data, ServeOptions options, TimeProvider time, ILogger<Projector> logger) : BackgroundService
{
    private static readonly TimeSpan afterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<string, Task> loops = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Begin()
        {
            foreach (var workspace in data.State.Workspaces.List())
                loops.GetOrAdd(workspace.Name, name => Task.Run(() => FollowAsync(name, stoppingToken), CancellationToken.None));
        }

        data.Changed += Begin;
        Begin();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
                data.State.Door.Flush();
            }
        }
        catch (OperationCanceledException)
        {
        }

        data.Changed -= Begin;
        await Task.WhenAll(loops.Values);
    }

    private async Task FollowAsync(string name, CancellationToken stoppingToken)
    {
        var pace = new ProjectionPace(options.FactsBehind, Environment.ProcessorCount);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(name, data.Open(name).Follower, pace, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The journal keeps what this loop could not take; it is said, and tried again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Log.ProjectionFailed(logger, failure, name);
                await Task.Delay(afterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Lot after lot until nothing waits; then the next delivery is waited for.
    private async Task FollowAsync(string name, JournalFollower follower, ProjectionPace pace, CancellationToken stoppingToken)
    {
        var (ended, last) = (time.GetTimestamp(), follower.Last);
        do
        {
            var started = time.GetTimestamp();
            var rebuilding = follower.Rebuilding;
            if (rebuilding is not null)
                Log.Rebuilding(logger, name, rebuilding);
            var taken = await OnOwnThread(() => follower.TakeAsync(pace.Most, stoppingToken));
            if (rebuilding is not null)
                Log.Rebuilt(logger, name);
            var (now, lastNow) = (time.GetTimestamp(), follower.Last);
            var lot = new FollowedLot(taken, time.GetElapsedTime(started, now), time.GetElapsedTime(ended, now), lastNow - last, follower.Waiting, follower.Behind.ToTimeSpan());
            (ended, last) = (now, lastNow);
            await RestAsync(pace, pace.Rest(lot), follower, stoppingToken);
        }
        while (follower.Waiting > 0);
        await follower.WaitForNewAsync(stoppingToken);
    }

    // Once a burst is over nobody needs the processor more than the facts do.
    private async Task RestAsync(ProjectionPace pace, TimeSpan rest, JournalFollower follower, CancellationToken stoppingToken)
    {
        if (!pace.InBurst)
        {
            await Task.Delay(rest, time, stoppingToken);
            return;
        }

        for (var goesOn = true; goesOn && rest > TimeSpan.Zero;)
        {
            var (started, last, processor) = (time.GetTimestamp(), follower.Last, Environment.CpuUsage.TotalTime);
            await Task.Delay(rest < look ? rest : look, time, stoppingToken);
            var within = time.GetElapsedTime(started);
            goesOn = pace.GoesOn(follower.Last - last, within, Environment.CpuUsage.TotalTime - processor);
            rest -= within;
        }
    }

    // A lot keeps a thread busy for long; on one of the pool's few it would keep requests waiting.
    private static Task<int> OnOwnThread(Func<Task<int>> work) =>
        Task.Factory.StartNew(() => work().GetAwaiter().GetResult(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
