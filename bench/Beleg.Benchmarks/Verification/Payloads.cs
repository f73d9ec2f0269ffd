using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Beleg.App.Hosting;
using Beleg.Sources;
using Beleg.Sources.Conformance;
using Beleg.State;

namespace Beleg.Benchmarks.Verification;

/// <summary>
/// Published payloads sent to the real server as their providers send them: to the source's address with a valid signature, or with a write key.
/// What came out is read back from the journal and translated there.
/// </summary>
internal static class Payloads
{
    private const string Workspace = "verify";
    private const string Secret = "an app secret of the verification";
    private const string ShopDomain = "example-store.myshopify.com";

    /// <summary>Sends every payload that is expected and there.</summary>
    public static async Task<IReadOnlyList<PayloadLine>> SendAsync(string folder)
    {
        var scratch = Directory.CreateTempSubdirectory("beleg-payloads-");
        try
        {
            var masterKey = Path.Combine(scratch.FullName, "master.key");
            await using var data = Installation.Open(Path.Combine(scratch.FullName, "data"), name => name == "BELEG_MASTER_KEY_FILE" ? masterKey : null, TextWriter.Null);
            data.State.Workspaces.Create(Workspace);
            foreach (var provider in new[] { "whatsapp", "shopify" })
            {
                var settings = PayloadConformance.SettingsFor(provider);
                data.State.Sources.Save(Workspace, settings with { Secrets = [Secret], AccountIds = [.. settings.AccountIds, ShopDomain] });
            }

            var key = data.State.ApiKeys.Create(Workspace, KeyScope.Write, label: "verify").Secret;
            await using var server = await Server.StartAsync(data, ServeOptions.Read("http://127.0.0.1:0", null, _ => null), CancellationToken.None);
            using var http = new HttpClient { BaseAddress = server.Address };
            var lines = new List<PayloadLine>();
            foreach (var (name, expected) in PayloadConformance.Expected.OrderBy(e => e.Key, StringComparer.Ordinal).Where(e => File.Exists(Path.Combine(folder, e.Key))))
                lines.Add(await SendAsync(data, http, key, name, expected, await File.ReadAllBytesAsync(Path.Combine(folder, name))));
            return lines;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<PayloadLine> SendAsync(Installation data, HttpClient http, string key, string name, string expected, byte[] body)
    {
        var before = data.Journal.LastSeq(Workspace);
        using var request = Request(name, key, body);
        using var answer = await http.SendAsync(request);
        var kept = await data.Journal.ReadAsync(Workspace, before, 2, long.MaxValue, CancellationToken.None);
        var into = new Translation();
        foreach (var delivery in kept)
            data.Open(Workspace).Translate(delivery, into, withPersonal: false);
        var intact = kept.Count == 1 && kept[0].Body.Span.SequenceEqual(body);
        return new PayloadLine(name, (int)answer.StatusCode, intact, expected, PayloadConformance.Describe(into));
    }

    private static HttpRequestMessage Request(string name, string key, byte[] body)
    {
        var provider = name[..name.IndexOf('/', StringComparison.Ordinal)];
        var address = provider != "segment" ? $"/in/{Workspace}/{provider}" : "/v1/" + (name.Contains("batch", StringComparison.Ordinal) ? "batch" : name.Contains("identify", StringComparison.Ordinal) ? "identify" : "track");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body);
        switch (provider)
        {
            case "segment":
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
                break;
            case "shopify":
                request.Headers.Add("X-Shopify-Hmac-Sha256", Convert.ToBase64String(signature));
                request.Headers.Add("X-Shopify-Shop-Domain", ShopDomain);
                break;
            default:
                request.Headers.Add("X-Hub-Signature-256", string.Create(CultureInfo.InvariantCulture, $"sha256={Convert.ToHexStringLower(signature)}"));
                break;
        }

        return request;
    }
}
