using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Beleg.EndToEnd.Support;

/// <summary>A server with one workspace whose links lead to a shop, and a program that asks it with keys.</summary>
internal sealed class LinkShop : IAsyncDisposable
{
    public const string Workspace = "shop";

    /// <summary>A browser of a person.</summary>
    public const string Person = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

    private LinkShop(RunningBeleg beleg, string admin, string write) => (Beleg, AdminKey, WriteKey) = (beleg, admin, write);

    public RunningBeleg Beleg { get; }

    public string AdminKey { get; }

    public string WriteKey { get; }

    public static async Task<LinkShop> OpenAsync()
    {
        var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", Workspace)).Ok();
        (await beleg.RunAsync("workspace", "set", Workspace, "link_domains", "shop.example")).Ok();
        var admin = (await beleg.RunAsync("key", "create", Workspace, "--scope", "admin")).Ok().Trim();
        return new LinkShop(beleg, admin, (await beleg.RunAsync("key", "create", Workspace, "--scope", "write")).Ok().Trim());
    }

    /// <summary>Makes a link and gives its path and code.</summary>
    public async Task<(string Path, string Code)> MakeAsync(string body)
    {
        using var answer = await PostAsync("/api/shop/links", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        using var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (new Uri(made.RootElement.GetProperty("url").GetString()!).AbsolutePath, made.RootElement.GetProperty("code").GetString()!);
    }

    /// <summary>Addresses of a link for many, signed for some recipients.</summary>
    public async Task<IReadOnlyList<Uri>> SignAsync(string code, string body)
    {
        using var answer = await PostAsync($"/api/shop/links/{code}/contacts", body);
        using var signed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. signed.RootElement.GetProperty("urls").EnumerateArray().Select(url => new Uri(url.GetString()!))];
    }

    /// <summary>Follows a link as somebody or something.</summary>
    public async Task<HttpResponseMessage> FollowAsync(string path, string agent = Person, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return await Beleg.Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        return await Beleg.Http.SendAsync(request);
    }

    /// <summary>The receipt of an order once it has a touch.</summary>
    public Task<JsonElement> ReceiptAsync(string order) => RunningBeleg.EventuallyAsync(
        async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/shop/receipts/{Workspace}/{order}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
            using var answer = await Beleg.Http.SendAsync(request);
            return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement : default;
        },
        found => found.ValueKind == JsonValueKind.Object && found.GetProperty("touches").GetArrayLength() > 0);

    /// <summary>Sends one call as a Segment client does.</summary>
    public async Task SendAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, body.Contains("\"identify\"", StringComparison.Ordinal) ? "/v1/identify" : "/v1/track") { Content = Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(WriteKey + ":")));
        (await Beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The rows of a fact table as the command exports them.</summary>
    public async Task<List<Dictionary<string, string>>> RowsAsync(string table)
    {
        var csv = (await Beleg.RunAsync("export", "--table", table, "--workspace", Workspace)).Ok();
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public ValueTask DisposeAsync() => Beleg.DisposeAsync();

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
