using System.Diagnostics;
using Beleg.Benchmarks.Generator;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Benchmarks;

/// <summary>How fast traffic is made and kept, and whether every delivery of it is understood.</summary>
internal static class GeneratorBench
{
    public static async Task RunAsync(long messages)
    {
        var plan = new TrafficPlan { Messages = messages };
        Make(plan);
        await KeepAsync(plan);
        Understand(plan with { Messages = Math.Min(messages, 50_000) });
    }

    private static void Make(TrafficPlan plan)
    {
        var watch = Stopwatch.StartNew();
        var (deliveries, bytes) = (0L, 0L);
        foreach (var delivery in Traffic.Lots(plan).SelectMany(l => l))
            (deliveries, bytes) = (deliveries + 1, bytes + delivery.Body.Length);
        Console.WriteLine($"made   {plan.Messages} messages   {deliveries} deliveries   {bytes / 1e6:F0} MB   {deliveries / watch.Elapsed.TotalSeconds:F0} deliveries/s   {plan.Messages / watch.Elapsed.TotalSeconds:F0} messages/s");
    }

    private static async Task KeepAsync(TrafficPlan plan)
    {
        var directory = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        using var ring = KeyRing.InMemory();
        ring.Create(plan.Workspace);
        var watch = Stopwatch.StartNew();
        await using (var journal = SqliteJournal.Open(Path.Combine(directory, "journal.db"), ring))
        {
            var (messages, deliveries) = await Traffic.AppendAsync(journal, plan, null, CancellationToken.None);
            Console.WriteLine($"kept   {messages} messages   {deliveries} deliveries   {deliveries / watch.Elapsed.TotalSeconds:F0} deliveries/s   {messages / watch.Elapsed.TotalSeconds:F0} messages/s");
        }

        Directory.Delete(directory, recursive: true);
    }

    private static void Understand(TrafficPlan plan)
    {
        var hash = new KeyedHash(new byte[32]);
        var into = new Translation();
        var (bytes, watch) = (0L, new Stopwatch());
        foreach (var delivery in Traffic.Lots(plan).SelectMany(l => l))
        {
            var settings = Traffic.Sources.Single(s => s.Name == delivery.Source);
            if (SourceCatalogue.Find(settings.Provider) is not { } source)
                continue;
            bytes += delivery.Body.Length;
            watch.Start();
            source.Translate(new Delivery(1, plan.Workspace, delivery.Source, delivery.ReceivedAt, delivery.Headers, delivery.Body), new TranslationContext(settings, hash, WithPersonal: false), into);
            watch.Stop();
        }

        Console.WriteLine($"read   {into.Events.Count} events   {into.Refusals.Count} refused   {watch.Elapsed.TotalMicroseconds / into.Events.Count:F2} us/event   {bytes / watch.Elapsed.TotalSeconds / 1e6:F0} MB/s");
        foreach (var reason in into.Refusals.GroupBy(r => r.Detail).Take(5))
            Console.WriteLine($"       refused {reason.Count()}: {reason.Key}");
    }
}
