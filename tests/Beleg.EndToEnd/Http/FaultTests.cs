using System.Net;
using System.Text.Json;
using Beleg.EndToEnd.Support;
using Microsoft.Data.Sqlite;

namespace Beleg.EndToEnd.Http;

/// <summary>What fails beneath the program, row by row of the table that says what is answered then.</summary>
[Trait("Speed", "Slow")]
public sealed class FaultTests
{
    private const string Person = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

    [Fact]
    public async Task AFullJournalIs503WithRetryAfterAndLosesNothingItSaidYesTo()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        await beleg.AddWhatsAppAsync("shop");
        var link = await MakeLinkAsync(beleg);
        var tasks = new List<Task<HttpResponseMessage>>();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(beleg.Data.Path, "journal.db")};Pooling=False"))
        {
            // Another writer holds the file, so that all of these wait in memory, which takes 64 MiB of them.
            await other.OpenAsync();
            await using var transaction = other.BeginTransaction(deferred: false);
            for (var i = 0; i < 24; i++)
                tasks.Add(beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Large(i))));
            var first = await Task.WhenAny(tasks);
            var refused = await first;
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
            refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

            (await ClickAsync(beleg, link)).ShouldBe(HttpStatusCode.Redirect, "who clicks is led on all the same");
            await transaction.CommitAsync();
        }

        var answers = await Task.WhenAll(tasks);
        var taken = answers.Count(answer => answer.StatusCode == HttpStatusCode.OK);
        taken.ShouldBeInRange(10, 23);
        answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        (await beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: "wamid.after")))).StatusCode.ShouldBe(HttpStatusCode.OK);

        await beleg.SignInAsync(beleg.Http);
        var metrics = await beleg.Http.GetStringAsync("/metrics");
        metrics.ShouldContain($"beleg_deliveries_kept_total {taken + 1}");
        metrics.ShouldContain("beleg_clicks_lost_total 1");
        (await beleg.Http.GetStringAsync("/w/shop/links")).ShouldContain("1 clicks led on but could not be kept");
        (await beleg.Http.GetStringAsync("/w/shop/sources")).ShouldContain("click_lost");
    }

    [Fact]
    public async Task AFullDiskIs503ReadinessSaysWhyAndItRecoversOnceThereIsRoom()
    {
        using var data = new BelegData();
        Directory.CreateDirectory(data.Path);
        await using var disk = await SmallDisk.MountAsync(data.Path, mebibytes: 48);
        await using var beleg = await RunningBeleg.StartAsync(data);
        await beleg.AddWhatsAppAsync("shop");
        var link = await MakeLinkAsync(beleg);
        (await beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: "wamid.before")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RunningBeleg.EventuallyAsync(() => beleg.Http.GetAsync("/readyz"), answer => answer.IsSuccessStatusCode);

        HttpResponseMessage last;
        var kept = 1;
        while ((last = await beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Large(kept)))).IsSuccessStatusCode)
            kept++;
        last.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        last.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
        var ready = await beleg.Http.GetAsync("/readyz");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Headers.RetryAfter.ShouldNotBeNull();
        (await ready.Content.ReadAsStringAsync()).ShouldContain("full");
        disk.Fill();
        (await ClickAsync(beleg, link)).ShouldBe(HttpStatusCode.Redirect);
        (await beleg.Http.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK, "it lives, and says why it cannot work");

        await disk.GrowAsync(mebibytes: 400);
        var again = await RunningBeleg.EventuallyAsync(() => beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: "wamid.after"))), answer => answer.IsSuccessStatusCode);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RunningBeleg.EventuallyAsync(() => beleg.Http.GetAsync("/readyz"), answer => answer.IsSuccessStatusCode)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await beleg.StopAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AWarehouseThatIsMissingOrCorruptIsRebuiltOnStart(bool corrupt)
    {
        using var data = new BelegData();
        string before;
        await using (var beleg = await RunningBeleg.StartAsync(data))
        {
            await beleg.AddWhatsAppAsync("shop");
            for (var i = 0; i < 20; i++)
                (await beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", Webhook.Text(id: $"wamid.{i}", from: $"49151123456{i:00}")))).StatusCode.ShouldBe(HttpStatusCode.OK);
            before = (await beleg.RunAsync("export", "--workspace", "shop", "--table", "message")).Ok();
            before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(21);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(data.Path, "warehouse"), corrupt ? "shop.duckdb" : "*"))
        {
            if (!corrupt)
                File.Delete(file);
            else
                await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 40_000).Select(at => (byte)(at * 7))]);
        }

        await using var again = await RunningBeleg.StartAsync(data);
        (await RunningBeleg.EventuallyAsync(() => again.Http.GetAsync("/readyz"), answer => answer.IsSuccessStatusCode)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.RunAsync("export", "--workspace", "shop", "--table", "message")).Ok().ShouldBe(before);
    }

    [Fact]
    public async Task WhatWasRefusedIsTranslatedAgainAfterTheFix()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        await beleg.AddWhatsAppAsync("shop");
        var foreign = Webhook.Text(text: "for another number", id: "wamid.foreign", account: "999", from: "4915187654321");
        var own = Webhook.Text(id: "wamid.own");
        // One delivery for two accounts, of which one is not the source's yet.
        var both = own[..own.LastIndexOf("]}", StringComparison.Ordinal)] + "," + foreign[(foreign.IndexOf("\"entry\":[", StringComparison.Ordinal) + 9)..];
        using (JsonDocument.Parse(both))
            (await beleg.Http.SendAsync(Webhook.Signed("/in/shop/whatsapp", both))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await beleg.SignInAsync(beleg.Http);
        (await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/w/shop/sources"), html => html.Contains("foreign_account", StringComparison.Ordinal))).ShouldContain("foreign_account");
        Messages((await beleg.RunAsync("export", "--workspace", "shop", "--table", "message")).Ok()).ShouldBe(1);

        (await beleg.Data.RunAsync(["source", "add", "shop", "whatsapp", "--account", Webhook.PhoneNumberId, "--account", "999"], Webhook.Secret + "\nverify-me\n")).Ok();
        var page = await beleg.Http.GetStringAsync("/w/shop/sources");
        (await beleg.Http.PostAsync("/w/shop/sources/again", SignedIn.Form(page))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var mended = await RunningBeleg.EventuallyAsync(() => beleg.Http.GetStringAsync("/w/shop/sources"), html => !html.Contains("foreign_account", StringComparison.Ordinal));
        mended.ShouldNotContain("foreign_account");
        Messages((await beleg.RunAsync("export", "--workspace", "shop", "--table", "message")).Ok()).ShouldBe(2);
    }

    [Fact]
    public async Task AFileOfFactsThatIsWrittenOverWhileTheServerRunsIsDerivedAgainByItself()
    {
        using var data = new BelegData();
        await using (var before = await RunningBeleg.StartAsync(data))
        {
            await before.AddWhatsAppAsync("shop");
            await before.AddWhatsAppAsync("other");
            foreach (var name in new[] { "shop", "other" })
                (await before.Http.SendAsync(Webhook.Signed($"/in/{name}/whatsapp", Webhook.Text(id: "wamid.before")))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await RunningBeleg.EventuallyAsync(() => ExportAsync(before, "shop"), csv => Messages(csv) == 1)).ShouldNotBeEmpty();
        }

        await using var beleg = await RunningBeleg.StartAsync(data);
        await beleg.SignInAsync(beleg.Http);
        var told = await ExportAsync(beleg, "shop");
        var file = Path.Combine(data.Path, "warehouse", "shop.duckdb");
        await using (var other = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            var length = other.Length;
            other.SetLength(0);
            await other.WriteAsync(new byte[length]);
        }

        // Whoever asks while it is derived again reads that it is; nobody reads of a fault, and nobody has to start anything again.
        var statuses = new List<HttpStatusCode>();
        await RunningBeleg.EventuallyAsync(
            async () =>
            {
                statuses.Add(await StatusAsync(beleg, "/w/shop"));
                statuses.Add(await StatusAsync(beleg, "/w/shop/figures?month=2026-08"));
                return beleg.Log;
            },
            log => log.Contains("answer again", StringComparison.Ordinal));
        beleg.Log.ShouldContain("The facts of shop cannot answer and are derived again from the journal");
        statuses.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(beleg, "/w/shop"), await StatusAsync(beleg, "/w/other"), await StatusAsync(beleg, "/readyz")).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK));
        (await ExportAsync(beleg, "shop")).ShouldBe(told);
        beleg.Log.ShouldNotContain("bug of ours");
        beleg.Log.ShouldNotContain("facts of other");
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningBeleg beleg, string path)
    {
        using var answer = await beleg.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<string> ExportAsync(RunningBeleg beleg, string workspace) => (await beleg.RunAsync("export", "--workspace", workspace, "--table", "message")).Ok();

    private static int Messages(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    private static string Large(int number) => $$"""{"object":"x","n":{{number}},"of":"{{new string('x', 4_000_000)}}"}""";

    private static async Task<string> MakeLinkAsync(RunningBeleg beleg)
    {
        (await beleg.RunAsync("workspace", "set", "shop", "link_domains", "shop.example")).Ok();
        var admin = (await beleg.RunAsync("key", "create", "shop", "--scope", "admin")).Ok().Trim();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/shop/links") { Content = new StringContent("""{"target":"https://shop.example/","channel":"whatsapp"}""") };
        request.Headers.Authorization = new("Bearer", admin);
        using var answer = await beleg.Http.SendAsync(request);
        using var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Uri(made.RootElement.GetProperty("url").GetString()!).AbsolutePath;
    }

    private static async Task<HttpStatusCode> ClickAsync(RunningBeleg beleg, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", Person);
        using var answer = await beleg.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
