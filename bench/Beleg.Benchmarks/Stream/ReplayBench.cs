using System.Text.Json;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Benchmarks.Stream;

/// <summary>Journal replay against the least that any reader must do: walk every token of the same bodies once. One core each.</summary>
internal static class ReplayBench
{
    private const int Rows = 4_000;
    private const int Bodies = 60_000;
    private const int Passes = 3;

    /// <summary>Measures over generated traffic alone, without a journal.</summary>
    public static async Task<Figure> RunAsync(long messages, int rounds)
    {
        var bodies = Traffic.Lots(new TrafficPlan { Messages = messages }).SelectMany(lot => lot)
            .Where(delivery => delivery.Source == "whatsapp")
            .Take(Bodies)
            .Select((delivery, i) => new Delivery(i + 1, delivery.Workspace, delivery.Source, delivery.ReceivedAt, delivery.Headers, delivery.Body))
            .ToList();
        var context = new TranslationContext(Traffic.Sources[0], new KeyedHash(new byte[32]), WithPersonal: false);
        var source = SourceCatalogue.Find(context.Source.Provider)!;
        return await Task.FromResult(Measure(bodies, (delivery, into) => source.Translate(delivery, context, into), rounds));
    }

    public static async Task<Figure> RunAsync(BenchWorkspace workspace, int rounds)
    {
        var bodies = new List<Delivery>();
        for (var seq = 0L; bodies.Count < Bodies;)
        {
            var lot = await workspace.Journal.ReadAsync(workspace.Name, seq, Rows, 64L << 20, CancellationToken.None);
            if (lot.Count == 0)
                break;
            bodies.AddRange(lot.Where(delivery => delivery.Source == "whatsapp"));
            seq = lot[^1].Seq;
        }

        return Measure(bodies, workspace.Translate, rounds);
    }

    private static Figure Measure(List<Delivery> bodies, Action<Delivery, Translation> translate, int rounds)
    {
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var walked = Rate(bodies, Walk);
            var translated = Rate(bodies, delivery => translate(delivery, new Translation()));
            if (round > 0)
                (ours, bare) = ([.. ours, translated], [.. bare, walked]);
        }

        return new Figure("journal replay, webhooks/s and core", ours, bare, "≥ 0.4 ×", $"{bodies.Count} WhatsApp webhooks of {bodies.Average(delivery => delivery.Body.Length):F0} bytes, translated into events");
    }

    private static double Rate(List<Delivery> bodies, Action<Delivery> read)
    {
        // For each core: on a machine that does other things, too, the processor's time is what counts.
        var before = Environment.CpuUsage.TotalTime;
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var delivery in bodies)
                read(delivery);
        }

        return Passes * bodies.Count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static void Walk(Delivery delivery)
    {
        var reader = new Utf8JsonReader(delivery.Body.Span);
        while (reader.Read())
        {
        }
    }
}
