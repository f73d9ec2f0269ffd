using System.Diagnostics;
using Beleg.App.Demo;
using Beleg.Benchmarks.Verification;

namespace Beleg.Benchmarks;

/// <summary>How long the demonstration takes from nothing to visible facts: told, kept, and taken through the stream.</summary>
internal static class DemoBench
{
    public static async Task RunAsync()
    {
        foreach (var story in DemoStories.All)
        {
            var watch = Stopwatch.StartNew();
            var deliveries = story.Lots().SelectMany(l => l).ToList();
            var told = watch.Elapsed;
            watch.Restart();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await using var stage = new Stage(story.Currency, story.Zone, story.Sources);
            await stage.DeliverAsync(deliveries);
            var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine($"{story.Workspace,-8} {deliveries.Count} deliveries   {deliveries.Sum(d => (long)d.Body.Length) / 1e6:F0} MB   told in {told.TotalSeconds:F1} s   kept and folded in {watch.Elapsed.TotalSeconds:F1} s (processor {processor.TotalSeconds:F1} s)");
            Console.WriteLine($"         {string.Join("   ", stage.Times.Select(t => $"{t.Step} {t.Spent.TotalSeconds:F1}"))}");
        }
    }
}
