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
        var pace = new ProjectionPace(options.FactsBehind);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var workspace = data.Open(name);
                var started = time.GetTimestamp();
                await OnOwnThread(() => workspace.FollowAsync(stoppingToken));
                var worked = time.GetElapsedTime(started);
                await RestAsync(pace.Rest(worked, workspace.Waiting), workspace, stoppingToken);
                await workspace.WaitForNewAsync(stoppingToken);
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

    // Once a burst is over nobody needs the processor more than the facts do.
    private async Task RestAsync((TimeSpan Time, bool InBurst) pause, OpenWorkspace workspace, CancellationToken stoppingToken)
    {
        if (!pause.InBurst)
        {
            await Task.Delay(pause.Time, time, stoppingToken);
            return;
        }

        for (var left = pause.Time; left > TimeSpan.Zero; left -= look)
        {
            var waiting = workspace.Waiting;
            await Task.Delay(left < look ? left : look, time, stoppingToken);
            if (!ProjectionPace.IsBurst(workspace.Waiting - waiting, look))
                return;
        }
    }

    // A round keeps a thread busy for long; on one of the pool's few it would keep requests waiting.
    private static Task OnOwnThread(Func<Task> work) =>
        Task.Factory.StartNew(() => work().GetAwaiter().GetResult(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
