using System.Diagnostics;
using System.Globalization;
using Beleg.Benchmarks.Intake;
using Beleg.Journal;
using NodaTime;

namespace Beleg.Benchmarks.Stream;

/// <summary>What following the journal costs a delivery, by how many of them are taken at once: the intake bench's own webhooks, step by step.</summary>
internal static class FollowBench
{
    private const int Contacts = 20_000;
    private static readonly IReadOnlyDictionary<string, string> none = new Dictionary<string, string>();

    public static async Task RunAsync(int batch, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        try
        {
            await using var workspace = new BenchWorkspace(folder);
            // More than a rebuild would take in one go come in small lots, as they do at the door.
            await TakeAsync(workspace, 0, 500);
            for (var round = 0; round < rounds; round++)
            {
                var (before, started, times) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), workspace.Pipeline.Times);
                await TakeAsync(workspace, 500 + (round * batch), batch);
                var steps = workspace.Pipeline.Times.Zip(times, (now, then) => (now.Step, Spent: now.Spent - then.Spent));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{batch} deliveries: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, processor {(Environment.CpuUsage.TotalTime - before).TotalMicroseconds / batch:0.0} µs a delivery; {string.Join(", ", steps.Select(step => $"{step.Step} {step.Spent.TotalMicroseconds / batch:0.0}"))}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TakeAsync(BenchWorkspace workspace, int from, int count)
    {
        var lot = new List<NewDelivery>(count);
        for (var i = from; i < from + count; i++)
            lot.Add(new NewDelivery(workspace.Name, "whatsapp", Instant.FromUnixTimeSeconds(1_790_000_000 + i), none, IntakeBench.Body(i, i % Contacts)));
        await workspace.Journal.AppendManyAsync(lot, CancellationToken.None);
        while (await workspace.Pipeline.RunAsync(CancellationToken.None) > 0)
        {
        }
    }
}
