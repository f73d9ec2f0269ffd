using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>What was published never changes, whatever happens to settings, assumptions and data; what changed stands beside it.</summary>
[Trait("Speed", "Slow")]
public sealed class PublishedProofTests : IAsyncLifetime
{
    private const string Pack = "/api/shop/reports/proof-pack/2026-02";
    private readonly BelegData data = new();
    private RunningBeleg beleg = null!;
    private string admin = "";

    public async ValueTask InitializeAsync()
    {
        (await data.RunAsync("workspace", "create", "shop", "--currency", "EUR")).Ok();
        await ImportAsync("orders-1.csv", "orders", "order_id,placed_at,total,currency,email,status\no-1,2026-02-10T10:00:00Z,120.00,EUR,ada@example.com,paid\no-2,2026-02-11T10:00:00Z,80.00,EUR,bob@example.com,paid\n");
        await ImportAsync("talk.csv", "messages", "sent_at,direction,channel,actor,customer_id,email,message_id\n2026-02-10T09:00:00Z,inbound,webchat,contact,c-1,ada@example.com,m-1\n2026-02-10T09:00:01Z,outbound,webchat,bot,c-1,ada@example.com,m-2\n");
        beleg = await RunningBeleg.StartAsync(data);
        admin = (await beleg.RunAsync("key", "create", "shop", "--scope", "admin")).Ok().Trim();
    }

    public async ValueTask DisposeAsync()
    {
        await beleg.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task ItsBytesStayThroughSettingsAssumptionsLateDataAndARebuild()
    {
        var file = Path.Combine(data.Root, "february.json");
        (await beleg.RunAsync("report", "proof-pack", "--workspace", "shop", "--month", "2026-02", "--out", file)).Ok();
        var published = await File.ReadAllBytesAsync(file);
        var hash = JsonDocument.Parse(published).RootElement.GetProperty("hash").GetString()!;
        var html = await GetAsync($"{Pack}.html?lang=de&paper=letter");
        (await GetAsync($"{Pack}.json")).ShouldBe(published, "the command line and the API give the same bytes");

        (await beleg.RunAsync("workspace", "set", "shop", "look_back_days", "1")).Ok();
        await StandsAsync("a setting");
        using (var agreed = await SendAsync(HttpMethod.Post, "/api/shop/roi/assumptions/contribution_margin", new { value = .9m, low = .9m, high = .9m, approver = "CFO", reason = "agreed", valid_from = "2026-01-01" }))
            agreed.IsSuccessStatusCode.ShouldBeTrue(await agreed.Content.ReadAsStringAsync());
        await StandsAsync("an assumption");
        await ImportAsync("orders-2.csv", "orders", "order_id,placed_at,total,currency,email,status\no-3,2026-02-12T10:00:00Z,500.00,EUR,ada@example.com,paid\n");
        await ImportAsync("talk-2.csv", "messages", "sent_at,direction,channel,actor,customer_id,email,message_id\n2026-02-14T09:00:00Z,inbound,webchat,contact,c-2,bob@example.com,m-3\n2026-02-14T09:00:01Z,outbound,webchat,bot,c-2,bob@example.com,m-4\n");
        await StandsAsync("late data");
        (await beleg.RunAsync("rebuild", "--workspace", "shop")).Ok();
        await StandsAsync("a rebuild");

        using var again = await SendAsync(HttpMethod.Post, Pack + "/publish", new { });
        using var second = JsonDocument.Parse(await again.Content.ReadAsStringAsync());
        second.RootElement.GetProperty("previous_hash").GetString().ShouldBe(hash);
        second.RootElement.GetProperty("proof").GetProperty("revision").GetInt32().ShouldBe(2);
        second.RootElement.GetProperty("proof").GetProperty("restated").GetArrayLength().ShouldBeGreaterThan(0, "what changed is said");
        System.Text.Encoding.UTF8.GetString(await GetAsync($"{Pack}.html?lang=en")).ShouldContain("Restated");
        (await GetAsync($"{Pack}.json?hash={hash}")).ShouldBe(published, "the first stands beside its restatement");
        (await GetAsync($"{Pack}.html?lang=de&paper=letter&hash={hash}")).ShouldBe(html);
        (await beleg.RunAsync("report", "verify", file)).Ok();

        async Task StandsAsync(string after)
        {
            (await GetAsync($"{Pack}.json")).ShouldBe(published, $"after {after}");
            (await GetAsync($"{Pack}.html?lang=de&paper=letter")).ShouldBe(html, $"after {after}");
        }
    }

    [Fact]
    public async Task TheLinkOnAProofStaysOpenWhenItIsRestatedUnlessItIsEndedInTheSameAct()
    {
        await beleg.SignInAsync(beleg.Http);
        var first = await PublishAsync("/publish");
        var second = await RestateAsync("second", []);
        (await StatusAsync(first), await StatusAsync(second)).ShouldBe((System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.OK), "whoever was sent the first was promised it");

        var page = await beleg.Http.GetStringAsync("/w/shop/proof/2026-02/edit");
        page.Split("/w/shop/shares/").Length.ShouldBe(1 + 2, "both are said to be open");
        var third = await RestateAsync("third", [("end_links", "yes")]);
        (await StatusAsync(first), await StatusAsync(second), await StatusAsync(third)).ShouldBe((System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.OK));

        // What shows nothing new is not published again, and ends no link of its own.
        (await PublishAsync("/publish?end_links=true")).ShouldBe(third);
        (await StatusAsync(third)).ShouldBe(System.Net.HttpStatusCode.OK);
        (await beleg.RunAsync("report", "proof-pack", "--workspace", "shop", "--month", "2026-02", "--end-links")).Code.ShouldBe(2);

        async Task<string> RestateAsync(string text, (string Name, string Value)[] more)
        {
            var form = await beleg.Http.GetStringAsync("/w/shop/proof/2026-02/edit");
            using var answer = await beleg.Http.PostAsync("/w/shop/proof/2026-02/edit", SignedIn.Form(form, [("commentary.1.text.en", text), ("commentary.1.text.de", text), ("act", "publish"), .. more]));
            answer.Headers.Location?.ToString().ShouldBe("/w/shop/proof?said=frozen", await answer.Content.ReadAsStringAsync());
            return LinkOf(await GetAsync(Pack + ".json"));
        }

        async Task<string> PublishAsync(string act)
        {
            using var answer = await SendAsync(HttpMethod.Post, Pack + act, new { });
            return LinkOf(await answer.Content.ReadAsByteArrayAsync());
        }

        async Task<System.Net.HttpStatusCode> StatusAsync(string link)
        {
            using var stranger = beleg.NewClient();
            using var answer = await stranger.GetAsync(link);
            return answer.StatusCode;
        }

        static string LinkOf(byte[] proof) => new Uri(JsonDocument.Parse(proof).RootElement.GetProperty("proof").GetProperty("live").GetProperty("url").GetString()!).AbsolutePath;
    }

    private async Task ImportAsync(string name, string kind, string text)
    {
        var file = Path.Combine(data.Root, name);
        await File.WriteAllTextAsync(file, text);
        (await data.RunAsync("import", file, "--workspace", "shop", "--as", kind, "--strict")).Ok();
    }

    private async Task<byte[]> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", admin);
        return await beleg.Http.SendAsync(request);
    }
}
