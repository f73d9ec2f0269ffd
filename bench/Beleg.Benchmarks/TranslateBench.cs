using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Benchmarks;

/// <summary>
/// Translating webhooks as a rebuild does (parse, keys, event, stored form) beside a bare Utf8JsonReader walk over the same bodies.
/// Same bodies, same run, alternating; every message id is new, contacts come back as they do in life. Processor time, so that
/// neighbours on the machine do not count.
/// </summary>
internal static class TranslateBench
{
    private const int Bodies = 60_000;
    private const int Contacts = 2_000;
    private const int Rounds = 7;
    private const int BatchSize = 100;
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 1, 0, 0);
    private static readonly KeyedHash Hash = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    public static void Run()
    {
        Measure("whatsapp", "WhatsApp message, 1.2 KB", [.. Enumerable.Range(0, Bodies).Select(n => Message(n, 1_200))], 1);
        Measure("whatsapp", "WhatsApp status, as sent", [.. Enumerable.Range(0, Bodies).Select(Status)], 1);
        Measure("segment", $"Segment call, batches of {BatchSize}", [.. Enumerable.Range(0, Bodies / BatchSize).Select(Batch)], BatchSize);
    }

    private static void Measure(string provider, string what, List<byte[]> bodies, int calls)
    {
        List<double> ours = [], bare = [];
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Time(bodies, calls, Walk));
            ours.Add(Time(bodies, calls, body => Translate(provider, body)));
        }

        var (our, walk) = (Median(ours), Median(bare));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-34} {bodies[0].Length / calls,6} B   ours {our:F2} µs   bare walk {walk:F2} µs   ratio {walk / our:F2}   spread {ours.Min():F2}–{ours.Max():F2}"));
    }

    private static double Time(List<byte[]> bodies, int calls, Func<byte[], int> each)
    {
        var seen = 0;
        using var process = Process.GetCurrentProcess();
        var begun = process.TotalProcessorTime;
        foreach (var body in bodies)
            seen += each(body);
        process.Refresh();
        var elapsed = process.TotalProcessorTime - begun;
        if (seen == 0)
            throw new InvalidOperationException("nothing read");
        return elapsed.TotalMicroseconds / bodies.Count / calls;
    }

    private static readonly EventWriter Writer = new();
    private static readonly Dictionary<string, string> NoHeaders = [];

    private static int Translate(string provider, byte[] body)
    {
        var settings = provider == "segment" ? SegmentSettings : WhatsAppSettings;
        var into = new Translation();
        SourceCatalogue.Find(provider)!.Translate(new Delivery(1, "w", provider, Now, NoHeaders, body), settings, into);
        if (into.Refusals.Count > 0)
            throw new InvalidOperationException(into.Refusals[0].Detail);
        foreach (var (_, happened) in into.Events)
        {
            Writer.Clear();
            EventCodec.Write(happened, Writer);
        }

        return into.Events.Count;
    }

    private static readonly TranslationContext WhatsAppSettings =
        new(new SourceSettings { Name = "whatsapp", Provider = "whatsapp", AccountIds = ["1122334455667"] }, Hash, WithPersonal: false);

    private static readonly TranslationContext SegmentSettings = new(new SourceSettings { Name = "segment", Provider = "segment" }, Hash, WithPersonal: false);

    private static int Walk(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    private static byte[] Message(int n, int bytes)
    {
        var head = $$$"""{"object":"whatsapp_business_account","entry":[{"id":"900100200300400","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493012340000","phone_number_id":"1122334455667"},"contacts":[{"profile":{"name":"Kim Example"},"wa_id":"{{{Number(n)}}}","user_id":"DE.{{{n % Contacts}}}0001112223334"}],"messages":[{"context":{"from":"493012340000","id":"wamid.OUT{{{n}}}"},"from":"{{{Number(n)}}}","id":"wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNB{{{n}}}","timestamp":"{{{1_780_000_000 + n}}}","type":"text","text":{"body":1}}"""[..^3] + "\"";
        const string Tail = "\"}}]},\"field\":\"messages\"}]}]}";
        return Encoding.UTF8.GetBytes(head + new string('x', Math.Max(0, bytes - head.Length - Tail.Length)) + Tail);
    }

    private static byte[] Status(int n) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"900100200300400","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493012340000","phone_number_id":"1122334455667"},"statuses":[{"id":"wamid.OUT{{{n / 3}}}","status":"{{{States[n % 3]}}}","timestamp":"{{{1_780_000_000 + n}}}","recipient_id":"{{{Number(n / 3)}}}","conversation":{"id":"7270432eae37498234f4444b35ffc5","origin":{"type":"utility"}},"pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"}}]},"field":"messages"}]}]}""");

    private static readonly string[] States = ["sent", "delivered", "read"];

    private static byte[] Batch(int n)
    {
        var calls = Enumerable.Range(n * BatchSize, BatchSize).Select(i =>
            $$$"""{"type":"track","event":"Message Sent","messageId":"5f0c6f5e-9b7a-4c1e-8a55-{{{i}}}","userId":"u-{{{i % Contacts}}}","anonymousId":"a-{{{i % Contacts}}}","timestamp":"2026-08-14T09:30:00.000Z","context":{"library":{"name":"analytics-node","version":"2.1.0"}},"properties":{"channel":"instagram","account_id":"page-1","conversation_id":"c-{{{i / 8}}}","message_id":"mid.{{{i}}}","actor":"flow","flow_id":"welcome","flow_version":"3","run_id":"r-{{{i / 8}}}","step_id":"ask","language":"de","kind":"answer","expects_reply":true}}""");
        return Encoding.UTF8.GetBytes("{\"batch\":[" + string.Join(',', calls) + "],\"sentAt\":\"2026-08-14T09:30:01.000Z\"}");
    }

    private static string Number(int n) => (4_915_100_000_000 + n % Contacts).ToString(CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
