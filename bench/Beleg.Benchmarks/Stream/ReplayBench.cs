using System.Diagnostics;
using System.Text.Json;
using Beleg.Benchmarks.Support;
using Beleg.Sources;

namespace Beleg.Benchmarks.Stream;

/// <summary>Journal replay against the least that any reader must do: walk every token of the same bodies once. One core each.</summary>
internal static class ReplayBench
{
    private const int Rows = 4_000;

    public static async Task<Figure> RunAsync(BenchWorkspace workspace, int rounds)
    {
        var bodies = new List<Delivery>();
        for (var seq = 0L; bodies.Count < 60_000;)
        {
            var lot = await workspace.Journal.ReadAsync(workspace.Name, seq, Rows, 64L << 20, CancellationToken.None);
            if (lot.Count == 0)
                break;
            bodies.AddRange(lot.Where(delivery => delivery.Source == "whatsapp"));
            seq = lot[^1].Seq;
        }

        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var walked = Rate(bodies, Walk);
            var translated = Rate(bodies, delivery => workspace.Translate(delivery, new Translation()));
            if (round > 0)
                (ours, bare) = ([.. ours, translated], [.. bare, walked]);
        }

        return new Figure("journal replay, webhooks/s and core", ours, bare, "≥ 0.4 ×", $"{bodies.Count} WhatsApp webhooks of {bodies.Average(delivery => delivery.Body.Length):F0} bytes, translated into events");
    }

    private static double Rate(List<Delivery> bodies, Action<Delivery> read)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var delivery in bodies)
            read(delivery);
        return bodies.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Walk(Delivery delivery)
    {
        var reader = new Utf8JsonReader(delivery.Body.Span);
        while (reader.Read())
        {
        }
    }
}
