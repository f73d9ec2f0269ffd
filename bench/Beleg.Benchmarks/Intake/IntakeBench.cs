using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beleg.Benchmarks.Generator;
using Beleg.Benchmarks.Support;

namespace Beleg.Benchmarks.Intake;

/// <summary>Durable webhook intake of the real program against the bare endpoint, each a process of its own, in turn.</summary>
internal static class IntakeBench
{
    private const int Connections = 64;
    private const int Contacts = 20_000;
    private const string MessageDigits = "0000000000";
    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan longestSettling = TimeSpan.FromMinutes(2);
    private const string Account = WhatsAppWebhooks.PhoneNumberId;
    private static readonly byte[] secret = Encoding.UTF8.GetBytes("a secret of the bench, long enough");

    public static async Task<IReadOnlyList<Figure>> RunAsync(int rounds, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("beleg-bench-").FullName;
        try
        {
            List<double> ours = [], bare = [], slowest = [], prompt = [], promptSlowest = [], settled = [], promptSettled = [];
            for (var round = 0; round < rounds; round++)
            {
                var port = ServerProcess.FreePort();
                using (var server = await ServerProcess.OwnAsync(port, "bare-intake", port.ToString(CultureInfo.InvariantCulture), folder))
                    bare.Add((await LoadAsync("bare", server, duration)).PerSecond);
                File.Delete(Path.Combine(folder, "bare.db"));
                foreach (var (behind, rates, tails, after) in new[] { ("", ours, slowest, settled), ("2", prompt, promptSlowest, promptSettled) })
                {
                    // Each begins with nothing, so that none pays for what another left.
                    var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
                    ServerProcess.Command(data, null, "workspace", "create", "bench");
                    ServerProcess.Command(data, Encoding.UTF8.GetString(secret), "source", "add", "bench", "whatsapp", "--account", Account);
                    using (var server = await ServerProcess.ServeAsync(data, ServerProcess.FreePort(), ("BELEG_FACTS_BEHIND", behind)))
                    {
                        var result = await LoadAsync(behind.Length == 0 ? "as it runs" : $"facts at most {behind} s behind", server, duration);
                        if (result.Refused > 0)
                            throw new InvalidOperationException($"{result.Refused} webhooks were refused.");
                        after.Add(await SettleAsync(server));
                        rates.Add(result.PerSecond);
                        tails.Add(result.P99);
                    }

                    Directory.Delete(data, recursive: true);
                }
            }

            return
            [
                new Figure("durable webhook intake (HMAC, 1.2 KB, 64 connections), requests/s", ours, bare, "≥ 0.8 ×", $"over {duration.TotalSeconds:0} s, every message new, of {Contacts:#,0} contacts; encrypted; as it runs: in such a burst facts work a tenth of the time, and had caught up {Table.Median(settled):0} s after it; the load runs on the same cores"),
                new Figure("durable webhook intake, p99 in ms", slowest, [], "≤ 50"),
                new Figure("the same, facts at most 2 s behind, requests/s", prompt, bare, "≥ 0.8 ×", $"BELEG_FACTS_BEHIND=2: translated and folded meanwhile as fast as the machine can; caught up {Table.Median(promptSettled):0} s after"),
                new Figure("the same, facts at most 2 s behind, p99 in ms", promptSlowest, [], "≤ 50"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What a request costs the server bears a busy machine better than a rate does.
    private static async Task<LoadResult> LoadAsync(string name, ServerProcess server, TimeSpan duration)
    {
        var number = -1;
        Func<ReadOnlyMemory<byte>>[] makers = [.. Enumerable.Range(0, Connections).Select(_ => Maker(() => Interlocked.Increment(ref number)))];
        // Both have their code compiled before they are timed.
        await Load.RunAsync(server.Port, makers, warmUp);
        var before = server.Processor;
        var result = await Load.RunAsync(server.Port, makers, duration);
        var each = (server.Processor - before) / (result.PerSecond * duration.TotalSeconds);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {result.PerSecond:#,0} requests/s, p50 {result.P50:0.0} ms, p99 {result.P99:0.0} ms, {each.TotalMicroseconds:0.0} µs of the server's processor time each"));
        return result;
    }

    // The facts have followed once the server has nothing more to do.
    private static async Task<double> SettleAsync(ServerProcess server)
    {
        var started = Stopwatch.GetTimestamp();
        var busy = TimeSpan.Zero;
        for (var idle = 0; idle < 6 && Stopwatch.GetElapsedTime(started) < longestSettling; idle++)
        {
            var before = server.Processor;
            await Task.Delay(250);
            if (server.Processor - before > TimeSpan.FromMilliseconds(40))
                (idle, busy) = (-1, Stopwatch.GetElapsedTime(started));
        }

        return busy.TotalSeconds;
    }

    /// <summary>Runs the bare endpoint in this process.</summary>
    public static Task ServeBareAsync(string port, string folder) => BareIntake.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), folder, secret);

    /// <summary>One webhook of 1.2 KB: a message of a contact.</summary>
    public static byte[] Body(int i, int contact) => Encoding.UTF8.GetBytes(
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"9","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"{{WhatsAppWebhooks.PhoneNumberId}}"},"contacts":[{"profile":{"name":"Bench {{contact}}"},"wa_id":"49170{{contact:0000000}}"}],"messages":[{"from":"49170{{contact:0000000}}","id":"wamid.bench{{i.ToString(MessageDigits, CultureInfo.InvariantCulture)}}","timestamp":"{{1790000000 + i}}","text":{"body":"{{new string('x', 780)}}"},"type":"text"}]},"field":"messages"}]}]}""");

    // Signing anew costs the sender a few microseconds, ours and the bare engine's alike; the same message again would be no work for the facts.
    private static Func<ReadOnlyMemory<byte>> Maker(Func<int> number)
    {
        var body = Body(0, 0);
        var request = Load.Post("/in/bench/whatsapp", body, ("X-Hub-Signature-256", "sha256=" + new string('0', 64)));
        var start = request.Length - body.Length;
        var signature = request.AsSpan().IndexOf("sha256="u8) + "sha256=".Length;
        int[] contacts = [start + body.AsSpan().IndexOf("491700000000"u8) + 5, start + body.AsSpan().LastIndexOf("491700000000"u8) + 5];
        var id = start + body.AsSpan().IndexOf("wamid.bench"u8) + "wamid.bench".Length;
        var time = start + body.AsSpan().IndexOf("1790000000"u8);
        return () =>
        {
            var next = number();
            foreach (var contact in contacts)
                Write(request, contact, next % Contacts, "0000000");
            Write(request, id, next, MessageDigits);
            Write(request, time, 1_790_000_000 + next, "0000000000");
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(secret, request.AsSpan(start), mac);
            Convert.TryToHexStringLower(mac, request.AsSpan(signature), out _);
            return request;
        };
    }

    private static void Write(byte[] request, int at, int number, string digits) => number.TryFormat(request.AsSpan(at), out _, digits, CultureInfo.InvariantCulture);
}
