using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>What comes in wrong, row by row of the table that says what is answered.</summary>
[Trait("Speed", "Slow")]
public sealed class BadInputTests(BadInputTests.Server server) : IClassFixture<BadInputTests.Server>
{
    private RunningBeleg Beleg => server.Beleg;

    [Fact]
    public async Task AWrongSignatureIs401CountedAndNotKept()
    {
        (await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: "wamid.unsigned"), "another secret"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Beleg.Http.PostAsync("/in/shop/whatsapp", new StringContent("{}"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await MetricsAsync()).ShouldContain("beleg_turned_away_total{workspace=\"shop\",source=\"whatsapp\",reason=\"bad_signature\"}");
    }

    [Fact]
    public async Task ABodyForAnAccountTheSourceDoesNotOwnIs403()
    {
        var answer = await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(account: "999")));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task MoreThan4MiBIs413AndJustUnderIsTaken()
    {
        var large = "{\"object\":\"" + new string('x', 4 * 1024 * 1024) + "\"}";
        (await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", large))).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var almost = "{\"object\":\"" + new string('x', 4 * 1024 * 1024 - 100) + "\"}";
        (await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", almost))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ABodyThatDoesNotSayItsLengthIsMeasuredAllTheSame()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/in/shop/whatsapp") { Content = new StreamContent(new MemoryStream(new byte[5 * 1024 * 1024])) };
        request.Headers.TransferEncodingChunked = true;
        (await Beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task WhoWasRefusedForSizeMaySendItsNextRequestOnTheSameConnection()
    {
        for (var i = 0; i < 20; i++)
        {
            using var large = Webhook.Signed("/in/shop/whatsapp", new string('x', 6 * 1024 * 1024));
            (await Beleg.Http.SendAsync(large)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: "wamid.after-large")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task ABodyThatNeverEndsIs408() =>
        (await Raw.SendHalfAsync(Beleg.Url, "/in/shop/whatsapp", 1000)).ShouldContain(" 408 ");

    [Fact]
    public async Task MoreThanTheRateIs429WithRetryAfter()
    {
        await using var slow = await RunningBeleg.StartAsync(new BelegData { Environment = { ["BELEG_SOURCE_RATE"] = "1" } });
        await slow.AddWhatsAppAsync("shop");
        HttpResponseMessage last = null!;
        for (var i = 0; i < 30; i++)
            last = await slow.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: $"wamid.{i}")));
        last.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
        await slow.StopAsync();
        slow.Data.Dispose();
    }

    [Fact]
    public async Task WhatIsNotJsonIs200KeptAndShownAsRefused()
    {
        (await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", "this is not JSON"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", "{\"of\":\"no known shape\"}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await SourcesUntilAsync("not_json", "unknown_shape");
        page.ShouldContain("not_json");
        page.ShouldContain("unknown_shape");
    }

    [Fact]
    public async Task OneBadItemOfABatchStopsNoOther()
    {
        const string batch = """
            {"batch":[
              {"type":"track","event":"Message Received","messageId":"b1","userId":"item-1","timestamp":"2026-09-01T10:00:00Z","properties":{"channel":"webchat"}},
              {"type":"track","event":"Message Received","messageId":"b2","userId":"item-2","timestamp":"1999-09-01T10:00:00Z","properties":{"channel":"webchat"}},
              {"type":"track","event":"Order Completed","messageId":"b3","userId":"item-3","timestamp":"2026-09-01T10:00:00Z","properties":{"order_id":"o1","total":"-5","currency":"EUR"}},
              {"type":"track","event":"Order Completed","messageId":"b4","userId":"item-4","timestamp":"2026-09-01T10:00:00Z","properties":{"order_id":"o2","total":"5.001","currency":"EUR"}},
              {"type":"track","event":"Order Completed","messageId":"b5","userId":"item-5","timestamp":"2026-09-01T10:00:00Z","properties":{"order_id":"o3","total":"5","currency":"XXQ"}},
              {"type":"track","event":"Message Received","messageId":"b7","userId":"item-7","timestamp":"2099-09-01T10:00:00Z","properties":{"channel":"webchat"}},
              {"type":"track","event":"Order Completed","messageId":"b8","userId":"item-8","timestamp":"2026-09-01T10:00:00Z","properties":{"order_id":"o5","total":"10000000000.01","currency":"EUR"}},
              {"type":"track","event":"Order Completed","messageId":"b6","userId":"item-6","timestamp":"2026-09-01T10:00:00Z","properties":{"order_id":"o4","total":"19.90","captured":"19.90","currency":"EUR"}}
            ]}
            """;
        (await TrackAsync("batch", batch)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await SourcesUntilAsync("time_out_of_range", "amount_out_of_range", "unknown_currency");
        page.ShouldContain("time_out_of_range");
        page.ShouldContain("amount_out_of_range");
        page.ShouldContain("unknown_currency");
        using (var sources = JsonDocument.Parse(await Beleg.Http.GetStringAsync("/api/shop/sources")))
        {
            var refused = sources.RootElement.GetProperty("refused").EnumerateArray().Where(one => one.GetProperty("source").GetString() == "segment").ToDictionary(one => one.GetProperty("reason").GetString()!, one => one.GetProperty("items").GetInt64());
            var states = sources.RootElement.GetProperty("sources").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("state").GetString());
            states["segment"].ShouldBe("receiving");
            (refused["time_out_of_range"], refused["amount_out_of_range"], refused["unknown_currency"]).ShouldBe((2, 3, 1), "before 2005 and over 48 h ahead; negative, too many decimals and over 10^12 minor units");
        }

        var receipt = await Eventually(() => Beleg.Http.GetAsync("/api/shop/receipts/shop/o4"), answer => answer.IsSuccessStatusCode);
        receipt.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Beleg.Http.GetAsync("/api/shop/receipts/shop/o1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/in/nowhere/whatsapp")]
    [InlineData("/in/shop/nothing")]
    [InlineData("/in/shop/segment")]
    [InlineData("/in/shop/operator")]
    public async Task AnUnknownWorkspaceOrSourceIs404(string path) =>
        (await Beleg.Http.SendAsync(Webhook.Signed(path, "{}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task OfTwoContentsWithOneIdTheLaterByTheSourcesOwnTimeWins()
    {
        foreach (var (total, updated) in new[] { ("30.00", "2026-09-03T12:00:00Z"), ("10.00", "2026-09-03T09:00:00Z") })
        {
            var body = "{\"type\":\"track\",\"event\":\"Order Updated\",\"messageId\":\"same\",\"userId\":\"conflict\",\"timestamp\":\"2026-09-03T08:00:00Z\",\"properties\":{\"order_id\":\"twice\",\"total\":\"" + total
                + "\",\"captured\":\"" + total + "\",\"currency\":\"EUR\",\"updated_at\":\"" + updated + "\"}}";
            (await TrackAsync("track", body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var answer = await Eventually(() => Beleg.Http.GetAsync("/api/shop/receipts/shop/twice"), found => found.IsSuccessStatusCode);
        using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        receipt.RootElement.GetProperty("order").GetProperty("gross").GetProperty("minor").GetInt64().ShouldBe(3000);
        await ConflictIsShownAsync();
        (await Beleg.RunAsync("rebuild", "--workspace", "shop")).Ok();
        await ConflictIsShownAsync();
    }

    private async Task ConflictIsShownAsync()
    {
        using var sources = JsonDocument.Parse(await Eventually(() => Beleg.Http.GetStringAsync("/api/shop/sources"), text => text.Contains("\"twice\"", StringComparison.Ordinal)));
        var conflict = sources.RootElement.GetProperty("conflicts").EnumerateArray().Single(one => one.GetProperty("order_id").GetString() == "twice");
        (conflict.GetProperty("source").GetString(), conflict.GetProperty("versions").GetInt32(), conflict.GetProperty("by_update_time").GetBoolean()).ShouldBe(("segment", 2, true));
        var page = await Beleg.Http.GetStringAsync("/w/shop/sources");
        page.ShouldContain("Same id, other content");
        page.ShouldContain("/w/shop/receipts/shop/twice");
        var receipt = await Beleg.Http.GetStringAsync("/w/shop/receipts/shop/twice");
        receipt.ShouldContain("conflict: this version counts");
        receipt.ShouldContain("conflict: replaced, counts for nothing");
        using var json = JsonDocument.Parse(await Beleg.Http.GetStringAsync("/api/shop/receipts/shop/twice?raw=true"));
        json.RootElement.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("conflict").GetString()).ShouldBe(["counts", "replaced"]);
        json.RootElement.GetProperty("raw").EnumerateArray().Select(raw => raw.GetProperty("text").GetString()!.Contains("\"30.00\"", StringComparison.Ordinal)).ShouldBe([true, false], "both are in the journal");
        var contact = System.Text.RegularExpressions.Regex.Match(receipt, "/w/shop/contacts/[0-9a-f]{16}").Value;
        (await Beleg.Http.GetStringAsync(contact)).ShouldContain("conflict: 2 versions");
    }

    [Fact]
    public async Task AHandshakeIsAnsweredOnlyWithTheSourcesToken()
    {
        (await Beleg.Http.GetStringAsync("/in/shop/whatsapp?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=4711")).ShouldBe("4711");
        (await Beleg.Http.GetAsync("/in/shop/whatsapp?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=4711")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ABombOfGzipIsRefusedBeforeItUnfolds()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 64; i++)
                gzip.Write(new byte[1024 * 1024]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = new ByteArrayContent(packed.ToArray()) };
        request.Content.Headers.ContentEncoding.Add("gzip");
        request.Headers.Authorization = Basic(server.WriteKey);
        (await Beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task AnotherHostNameGetsNoAnswer() => (await Raw.GetAsync(Beleg.Url, "/healthz", "evil.example")).ShouldContain(" 400 ");

    private Task<HttpResponseMessage> TrackAsync(string call, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/" + call) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = Basic(server.WriteKey);
        return Beleg.Http.SendAsync(request);
    }

    private static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(key + ":")));

    private static Task<T> Eventually<T>(Func<Task<T>> ask, Func<T, bool> good) => RunningBeleg.EventuallyAsync(ask, good);

    private Task<string> MetricsAsync() => Beleg.Http.GetStringAsync("/metrics");

    private Task<string> SourcesUntilAsync(params string[] reasons) =>
        Eventually(() => Beleg.Http.GetStringAsync("/w/shop/sources"), page => reasons.All(reason => page.Contains(reason, StringComparison.Ordinal)));

    /// <summary>One server for all rows.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly BelegData data = new() { Environment = { ["BELEG_BODY_SECONDS"] = "2" } };

        internal RunningBeleg Beleg { get; private set; } = null!;

        internal string WriteKey { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Beleg = await RunningBeleg.StartAsync(data);
            await Beleg.AddWhatsAppAsync("shop");
            WriteKey = (await Beleg.RunAsync("key", "create", "shop", "--scope", "write")).Ok().Trim();
            await Beleg.SignInAsync(Beleg.Http);
        }

        public async ValueTask DisposeAsync()
        {
            await Beleg.DisposeAsync();
            data.Dispose();
        }
    }
}
