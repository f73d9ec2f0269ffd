using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Beleg.EndToEnd.Support;
using Beleg.Sources.Conformance;

namespace Beleg.EndToEnd.Http;

/// <summary>What providers publish as samples, sent as they would send it: through the address, signed, to the running program.</summary>
public sealed partial class PublishedPayloadsTests
{
    private const string Domain = "example-store.myshopify.com";

    private static readonly Dictionary<string, string> topics = new()
    {
        ["order_resource"] = "orders/create",
        ["order_cancelled"] = "orders/cancelled",
        ["refund_resource"] = "refunds/create",
        ["customer_resource"] = "customers/update",
    };

    [Fact]
    public async Task EveryPublishedPayloadIsTakenAndOnlyTheExpectedOnesAreRefused()
    {
        var folder = Folder();
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "samples")).Ok();
        foreach (var provider in (string[])["whatsapp", "shopify"])
        {
            string[] accounts = [.. PayloadConformance.SettingsFor(provider).AccountIds.SelectMany(account => (string[])["--account", account])];
            (await beleg.Data.RunAsync(["source", "add", "samples", provider, "--region", "US", "--shop", "example", "--account", Domain, .. accounts], Webhook.Secret + "\n")).Ok();
        }

        var write = (await beleg.RunAsync("key", "create", "samples", "--scope", "write")).Ok().Trim();
        foreach (var name in PayloadConformance.Expected.Keys)
        {
            using var request = Request(name, await File.ReadAllBytesAsync(Path.Combine(folder, name)), write);
            (await beleg.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK, name);
        }

        await beleg.SignInAsync(beleg.Http);
        var expected = PayloadConformance.Expected.Values.Sum(outcome => Refused().Count(outcome));
        var refused = await RunningBeleg.EventuallyAsync(
            async () => RefusedItems().Matches(await beleg.Http.GetStringAsync("/metrics")).Sum(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)),
            count => count >= expected);
        refused.ShouldBe(expected);
        (await beleg.Http.GetAsync("/api/samples/receipts/example/450789469")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static HttpRequestMessage Request(string name, byte[] body, string write)
    {
        if (name.StartsWith("segment/", StringComparison.Ordinal))
        {
            var call = name.Contains("batch", StringComparison.Ordinal) ? "batch" : name.Contains("identify", StringComparison.Ordinal) ? "identify" : "track";
            var segment = new HttpRequestMessage(HttpMethod.Post, "/v1/" + call) { Content = new ByteArrayContent(body) };
            segment.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(write + ":")));
            return segment;
        }

        var provider = name[..name.IndexOf('/', StringComparison.Ordinal)];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Webhook.Secret), body);
        var request = new HttpRequestMessage(HttpMethod.Post, "/in/samples/" + provider) { Content = new ByteArrayContent(body) };
        if (provider == "whatsapp")
        {
            request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(mac));
            return request;
        }

        request.Headers.Add("X-Shopify-Hmac-Sha256", Convert.ToBase64String(mac));
        request.Headers.Add("X-Shopify-Shop-Domain", Domain);
        request.Headers.Add("X-Shopify-Topic", topics.Single(topic => name.Contains(topic.Key, StringComparison.Ordinal)).Value);
        return request;
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Beleg.slnx")))
            root = root.Parent;
        var folder = Path.Combine(root?.Parent?.FullName ?? "/", "shared", "spec", "payloads");
        if (!Directory.Exists(folder))
            Assert.Skip("The published payloads are not here.");
        return folder;
    }

    [GeneratedRegex("beleg_refused_items\\{[^}]*workspace=\"samples\"[^}]*\\} (\\d+)")]
    private static partial Regex RefusedItems();

    [GeneratedRegex("refused")]
    private static partial Regex Refused();
}
