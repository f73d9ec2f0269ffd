using System.Diagnostics;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>The real npm library of Segment, unchanged, with nothing but its host set.</summary>
public sealed class SegmentLibraryTests
{
    private const string Program = """
        const { Analytics } = require("@segment/analytics-node");
        const analytics = new Analytics({ writeKey: process.argv[1], host: process.argv[2], maxEventsInBatch: 10 });
        analytics.on("error", (error) => { console.error(error); process.exit(1); });
        analytics.identify({ userId: "lib-1", traits: { email: "lib@mail.example", name: "Lib" } });
        analytics.track({ userId: "lib-1", event: "Message Received", timestamp: "2026-09-01T10:00:00Z", properties: { channel: "webchat" } });
        analytics.track({ userId: "lib-1", event: "Order Completed", timestamp: "2026-09-01T11:00:00Z", properties: { order_id: "lib-order", total: 25, captured: 25, currency: "EUR" } });
        analytics.page({ userId: "lib-1", name: "Home" });
        analytics.group({ userId: "lib-1", groupId: "g" });
        analytics.alias({ userId: "lib-1", previousId: "anon" });
        analytics.closeAndFlush().then(() => console.log("flushed"));
        """;

    [Fact]
    public async Task TheLibraryWorksUnchanged()
    {
        var modules = Modules();
        Assert.SkipWhen(modules is null, "Node or the library is not here: run npm ci.");
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        var write = (await beleg.RunAsync("key", "create", "ours", "--scope", "write")).Ok().Trim();
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(modules) };
        foreach (var argument in new[] { "-e", Program, write, beleg.Url.ToString().TrimEnd('/') })
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await node.WaitForExitAsync(limit.Token);
        (await output).ShouldContain("flushed", customMessage: await error);
        await beleg.SignInAsync(beleg.Http);
        var receipt = await RunningBeleg.EventuallyAsync(() => beleg.Http.GetAsync("/api/ours/receipts/shop/lib-order"), answer => answer.IsSuccessStatusCode);
        (await receipt.Content.ReadAsStringAsync()).ShouldContain("2500");
    }

    private static string? Modules()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "node_modules", "@segment", "analytics-node")))
                return Path.Combine(at.FullName, "node_modules");
        return null;
    }
}
