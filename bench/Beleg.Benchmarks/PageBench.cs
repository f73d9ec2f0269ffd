using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beleg.Benchmarks.Support;
using Figure = Beleg.Benchmarks.Support.Figure;

namespace Beleg.Benchmarks;

/// <summary>
/// How soon the first byte of a workspace's first page is there, as people see it: over HTTP, signed in, four at a time, while webhooks
/// bring a thousand events a second. A reader looks at what came for half a second, and opens the page again.
/// </summary>
internal static class PageBench
{
    private const int Readers = 4;
    private const int EventsPerSecond = 1_000;
    private const int EventsPerWebhook = 5;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(15);

    /// <summary>The source the webhooks come to, and the number they speak for.</summary>
    public const string Source = "live", Account = "106540352242999";

    /// <summary>What signs them.</summary>
    public static byte[] Secret { get; } = Encoding.UTF8.GetBytes("a secret of the bench, long enough");

    /// <summary>Measures at a running server.</summary>
    /// <param name="server">The server, full of messages.</param>
    /// <param name="workspace">The workspace whose page is opened.</param>
    /// <param name="session">A session of somebody who may see it.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="size">How many messages, in words.</param>
    public static async Task<IReadOnlyList<Figure>> RunAsync(ServerProcess server, string workspace, string session, int rounds, string size)
    {
        List<double> busy = [], peace = [], kept = [];
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        http.DefaultRequestHeaders.Add("Cookie", $"beleg_session={session}");
        for (var warm = 0; warm < 40; warm++)
            await OpenAsync(http, workspace);
        for (var round = 0; round < rounds; round++)
        {
            peace.Add(P95(await ReadAsync(http, workspace, server, "in peace")));
            using var over = new CancellationTokenSource();
            var arriving = Task.Run(() => ArriveAsync(http, workspace, round, over.Token));
            busy.Add(P95(await ReadAsync(http, workspace, server, "while events arrive")));
            await over.CancelAsync();
            kept.Add(await arriving);
        }

        return
        [
            new Figure($"first byte of the dashboard, {size}, warm, p95 in ms", busy, [], "≤ 200", string.Create(CultureInfo.InvariantCulture, $"{Readers} readers over HTTP while {Table.Median(kept):#,0} events/s arrive as signed webhooks; in peace {Table.Median(peace):0}")),
        ];
    }

    // What a page costs the server bears a busy machine better than a time does.
    private static async Task<List<double>> ReadAsync(HttpClient http, string workspace, ServerProcess server, string when)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), server.Processor);
        var readers = Enumerable.Range(0, Readers).Select(async reader =>
        {
            await Task.Delay(Look * reader / Readers);
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < Span)
            {
                times.Add(await OpenAsync(http, workspace));
                await Task.Delay(Look);
            }

            return times;
        });
        List<double> all = [.. (await Task.WhenAll(readers)).SelectMany(times => times)];
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"first page {when}: {all.Count} times, p50 {Table.Median(all):0} ms, p95 {P95(all):0} ms, {(server.Processor - processor).TotalMilliseconds / all.Count:0.0} ms of the server's processor time each, all it did included"));
        return all;
    }

    private static async Task<double> OpenAsync(HttpClient http, string workspace)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri($"/w/{workspace}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        if (!answer.IsSuccessStatusCode || await body.ReadAsync(new byte[1]) == 0)
            throw new InvalidOperationException($"The page answered {(int)answer.StatusCode}.");
        var first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await body.CopyToAsync(System.IO.Stream.Null);
        return first;
    }

    // The webhooks are made within the time: no more are due than the clock says.
    private static async Task<double> ArriveAsync(HttpClient http, string workspace, int round, CancellationToken over)
    {
        var (started, sent) = (Stopwatch.GetTimestamp(), 0);
        while (!over.IsCancellationRequested)
        {
            var due = Stopwatch.GetElapsedTime(started).TotalSeconds * EventsPerSecond / EventsPerWebhook;
            for (; sent < due; sent++)
            {
                var body = Webhook(round * 1_000_000 + sent);
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/in/{workspace}/{Source}") { Content = new ByteArrayContent(body) };
                request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Secret, body)));
                using var answer = await http.SendAsync(request, CancellationToken.None);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException($"A webhook was answered {(int)answer.StatusCode}.");
            }

            await Task.Delay(10, CancellationToken.None);
        }

        return sent * EventsPerWebhook / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static byte[] Webhook(int number)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var messages = Enumerable.Range(0, EventsPerWebhook).Select(i =>
            $$$"""{"from":"49160{{{(number * EventsPerWebhook + i) % 20_000 + 1_000_000}}}","id":"wamid.live{{{number}}}.{{{i}}}","timestamp":"{{{now}}}","type":"text","text":{"body":"is it still there?"}}""");
        return Encoding.UTF8.GetBytes($$$"""{"object":"whatsapp_business_account","entry":[{"id":"9","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{Account}}}"},"messages":[{{{string.Join(',', messages)}}}]},"field":"messages"}]}]}""");
    }

    private static double P95(List<double> values) => values.Order().ElementAt((int)Math.Ceiling(.95 * values.Count) - 1);
}
