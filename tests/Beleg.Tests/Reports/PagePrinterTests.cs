using System.Net;
using System.Net.Sockets;
using Beleg.Reports;
using Beleg.Reports.Printing;
using Beleg.Reports.ProofPacks;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>The browser that prints loads our own page and nothing else.</summary>
[Trait("Speed", "Slow")]
public sealed class PagePrinterTests
{
    private const string Everything = "default-src * data: blob: filesystem: 'unsafe-inline' 'unsafe-eval'";

    [Theory]
    [InlineData("default-src 'none'")]
    [InlineData(Everything)]
    public async Task NothingOnAPageReachesTheNetwork(string policy)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        string[] addresses = [$"http://127.0.0.1:{port}", $"http://localhost:{port}", $"http://[::1]:{port}", "http://example.com", "https://example.com"];
        var hostile = string.Concat(addresses.Select(a => $"""
            <img src="{a}/i.png"><iframe src="{a}/f"></iframe><link rel="stylesheet" href="{a}/s.css"><object data="{a}/o"></object><embed src="{a}/e"><video src="{a}/v" autoplay></video>
            <style>@import url({a}/c.css); p {"{"} background: url({a}/b.png) {"}"} @font-face {"{"} font-family: x; src: url({a}/w.woff2) {"}"} body {"{"} font-family: x {"}"}</style>
            <link rel="preload" as="image" href="{a}/p"><link rel="dns-prefetch" href="{a}"><link rel="preconnect" href="{a}"><script src="{a}/j.js"></script>
            <script>fetch("{a}/x"); new Image().src = "{a}/y"; document.write("SCRIPTS RUN");</script><svg><image href="{a}/z.svg"/><use href="{a}/u.svg#x"/></svg>
            """));

        using var pdf = await PrintedPdf.OfAsync($"""<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}"><title>t</title><p>printed</p>{hostile}""");

        pdf.Text.ShouldContain("printed");
        if (policy != Everything)
            pdf.Text.ShouldNotContain("SCRIPTS RUN");
        listener.Pending().ShouldBeFalse("something reached the network");
    }

    [Fact]
    public async Task AProofsPolicyLetsNoOtherFileIn()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["secret.txt"], "SECRETWORD");
        var secret = new Uri(directory["secret.txt"]).AbsoluteUri;
        var html = ProofHtml.Render(SomeProof.Sealed(SomeProof.Florist()), ReportLanguage.English)
            .Replace("</main>", $"""<iframe src="{secret}"></iframe><object data="{secret}"></object><embed src="{secret}"></main>""", StringComparison.Ordinal);

        using var pdf = await PrintedPdf.OfAsync(html);

        pdf.Text.ShouldContain("Bloom & Stem");
        pdf.Text.ShouldNotContain("SECRETWORD");
    }

    [Fact]
    public async Task APageWithoutAPolicyIsNotPrinted() =>
        await Should.ThrowAsync<ArgumentException>(() => new PagePrinter("/nowhere").PrintAsync("<p>hello", CancellationToken.None));

    [Fact]
    public void WhereThereIsNoChromiumNoneIsFound()
    {
        using var directory = new TemporaryDirectory();
        Chromium.Find(name => name == "PATH" ? directory.Path : null).ShouldBeNull();
        Chromium.Find(name => name == Chromium.Variable ? directory["chrome"] : Environment.GetEnvironmentVariable(name)).ShouldBeNull("who names a program means that one");
        File.WriteAllText(directory["chromium"], "");
        Chromium.Find(name => name == "PATH" ? directory.Path : null).ShouldBe(directory["chromium"]);
    }
}
