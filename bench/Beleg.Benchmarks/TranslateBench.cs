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
        Measure("whatsapp", "WhatsApp message of an ad", [.. Enumerable.Range(0, Bodies).Select(Message)], 1);
        Measure("whatsapp", "WhatsApp statuses, three at once", [.. Enumerable.Range(0, Bodies).Select(Statuses)], 1);
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

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var body in bodies)
            Translate(provider, body);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / bodies.Count / calls;
        var (our, walk) = (Median(ours), Median(bare));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-34} {bodies[0].Length / calls,6} B   ours {our:F2} µs   bare walk {walk:F2} µs   ratio {walk / our:F2}   spread {ours.Min():F2}–{ours.Max():F2}   {allocated} B allocated"));
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

    private static byte[] Message(int n) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"900100200300400","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493012340000","phone_number_id":"1122334455667"},"contacts":[{"profile":{"name":"Kim Example"},"wa_id":"{{{Number(n)}}}","user_id":"DE.{{{n % Contacts}}}0001112223334","parent_user_id":"DE.ENT.{{{n % Contacts}}}0001112223334"}],"messages":[{"context":{"from":"493012340000","id":"wamid.HBgNNDkxNTExMjM0NTY3OBUCABEYEjJB{{{n}}}"},"from":"{{{Number(n)}}}","id":"wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNB{{{n}}}","timestamp":"{{{1_780_000_000 + n}}}","type":"text","text":{"body":"Is the bundle from the picture still there? I need it on Friday, for two."},"referral":{"source_url":"https://fb.example/1a2b3c","source_id":"120248646764170003","source_type":"ad","headline":"Roses by the dozen","body":"Fresh from the field, at your door tomorrow.","media_type":"image","image_url":"https://scontent.example/v/t45.1600-4/{{{n}}}.jpg","ctwa_clid":"ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4Nx0"}}]},"field":"messages"}]}]}""");

    private static byte[] Statuses(int n)
    {
        var statuses = States.Select((state, i) =>
            $$$"""{"id":"wamid.HBgNNDkxNTExMjM0NTY3OBUCABEYEjJB{{{n}}}","status":"{{{state}}}","timestamp":"{{{1_780_000_000 + n + i}}}","recipient_id":"{{{Number(n)}}}","conversation":{"id":"7270432eae37498234f4444b35ffc5","origin":{"type":"utility"}},"pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"}}""");
        return Encoding.UTF8.GetBytes(
            $$$"""{"object":"whatsapp_business_account","entry":[{"id":"900100200300400","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493012340000","phone_number_id":"1122334455667"},"statuses":[{{{string.Join(',', statuses)}}}]},"field":"messages"}]}]}""");
    }

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
